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

/** An incident with its last alerts, which says how many there are. */
const withFewAlerts = (incident: object, maxEntries: number): object => {
  if (!('alerts' in incident && Array.isArray(incident.alerts))) return incident;
  const { length } = incident.alerts;
  if (length <= maxEntries) return incident;
  return { totalAlerts: length, ...incident, alerts: incident.alerts.slice(-maxEntries) };
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
      if (attributeNames.has(key)) return someOf(value, maxText, maxEntries);
      return withFewAlerts(value, maxEntries);
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
