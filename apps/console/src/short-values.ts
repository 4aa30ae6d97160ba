const wordsOf = (count: number): string => count.toLocaleString('en');

/** A text of so many characters at most, which says how long it was. */
export const cut = (text: string, maxText: number): string =>
  text.length > maxText
    ? `${text.slice(0, maxText).toWellFormed()}… (${wordsOf(text.length)} characters)`
    : text;

/** What holds attributes, of which there may be any number. */
const attributeNames = new Set(['attributes', 'resource']);

const someOf = (attributes: object, maxText: number, maxEntries: number): object => {
  const entries = Object.entries(attributes);
  const left = entries.length - maxEntries;
  return Object.fromEntries([
    ...entries.slice(0, maxEntries).map(([key, value]) => [cut(key, maxText), value]),
    ...(left > 0 ? [['…', `${wordsOf(left)} more`]] : []),
  ]);
};

/** Texts and attributes of a response, or fewer and shorter ones. */
const shortened = <Response>(
  response: Response,
  { maxText, maxEntries }: { maxText: number; maxEntries: number },
): Response =>
  JSON.parse(
    JSON.stringify(response, (key, value: unknown) => {
      if (typeof value === 'string') return cut(value, maxText);
      if (typeof value !== 'object' || value === null) return value;
      if (key === 'events' && Array.isArray(value)) return value.slice(0, maxEntries);
      return attributeNames.has(key) ? someOf(value, maxText, maxEntries) : value;
    }),
  );

const steps = [
  { maxText: 2_000, maxEntries: 100 },
  { maxText: 500, maxEntries: 100 },
  { maxText: 200, maxEntries: 50 },
  { maxText: 100, maxEntries: 20 },
  { maxText: 100, maxEntries: 8 },
  { maxText: 100, maxEntries: 3 },
];

/** A response whose long texts end with an ellipsis and say how long they are, if it would not fit otherwise. */
export const withShortValues = <Response>(
  response: Response,
  fits: (response: Response) => boolean,
): Response => {
  let shorter = response;
  for (const step of steps) {
    if (fits(shorter)) break;
    shorter = shortened(response, step);
  }
  return shorter;
};
