/** What part of time a page shows: the last minutes, always moving on, or from one moment to another. */
export type Range =
  | { live: true; length: number }
  | { live: false; length: number; from: number; to: number };

const minute = 60_000;

export const defaultLength = 15 * minute;
export const lengths = [5, 15, 30, 60, 180].map((minutes) => minutes * minute);

const lengthPattern = /^(\d{1,4})(s|m|h)$/;
const unitLengths: Readonly<Record<string, number>> = { s: 1000, m: minute, h: 60 * minute };

/** `15m`, `1h` or `90s`. */
export const lengthText = (length: number): string => {
  if (length % (60 * minute) === 0) return `${length / (60 * minute)}h`;
  if (length % minute === 0) return `${length / minute}m`;
  return `${Math.round(length / 1000)}s`;
};

const readLength = (text: string | null): number | undefined => {
  const [, count, unit] = lengthPattern.exec(text ?? '') ?? [];
  const length = Number(count) * (unitLengths[unit ?? ''] ?? Number.NaN);
  return length > 0 ? length : undefined;
};

const readTime = (text: string | null): number | undefined => {
  if (!text) return undefined;
  const time = /^\d+$/.test(text) ? Number(text) : Date.parse(text);
  return Number.isFinite(time) ? time : undefined;
};

/** The range of a page's address: `last=15m`, or `from` and `to` as times in ISO 8601. */
export const readRange = (params: URLSearchParams): Range => {
  const length = readLength(params.get('last')) ?? defaultLength;
  const to = readTime(params.get('to'));
  if (to === undefined) return { live: true, length };
  const from = readTime(params.get('from')) ?? to - length;
  return from < to
    ? { live: false, length: to - from, from, to }
    : { live: false, length, from: to - length, to };
};

const iso = (time: number): string => new Date(Math.round(time)).toISOString();

/** Writes a range into a page's address, and leaves the rest as it is. */
export const withRange = (params: URLSearchParams, range: Range): URLSearchParams => {
  const next = new URLSearchParams(params);
  for (const name of ['last', 'from', 'to']) next.delete(name);
  if (!range.live) {
    next.set('from', iso(range.from));
    next.set('to', iso(range.to));
  } else if (range.length !== defaultLength) next.set('last', lengthText(range.length));
  return next;
};

/** The times of a range; a live one ends now. */
export const windowOf = (range: Range, now = Date.now()): { from: number; to: number } =>
  range.live ? { from: now - range.length, to: now } : { from: range.from, to: range.to };

/** The same range as it is at this moment, which stays when time moves on. */
export const frozen = (range: Range, now = Date.now()): Range =>
  range.live ? { live: false, length: range.length, ...windowOf(range, now) } : range;

/** Moves a range by a share of its length; what would end after now is live. */
export const shifted = (range: Range, share: number, now = Date.now()): Range => {
  const { from, to } = windowOf(range, now);
  const by = range.length * share;
  return to + by >= now - 1000
    ? { live: true, length: range.length }
    : { live: false, length: range.length, from: from + by, to: to + by };
};
