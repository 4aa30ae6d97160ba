/** The two measured parts of docs/detection.md. */
export type PartName = 'faults' | 'healthy';

const markerOf = (name: PartName, end: 'begin' | 'end'): string =>
  `<!-- ${name}, written by npm run bake-off -- --write: ${end} -->`;

/** The page with a text in place of one of its parts; throws if it has no such part. */
export const withPart = (page: string, name: PartName, text: string): string => {
  const begin = markerOf(name, 'begin');
  const end = markerOf(name, 'end');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`The page has no "${begin}" with its end`);
  return `${page.slice(0, from)}${begin}\n\n${text}\n\n${page.slice(to)}`;
};
