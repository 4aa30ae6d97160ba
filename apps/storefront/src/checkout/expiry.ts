/** The last month in which a card is valid. `month` counts from 1, `year` has four digits. */
export interface Expiry {
  month: number;
  year: number;
}

/** Parses `12/29`, `12 / 2029` or `1229`; undefined if the text is not a valid month. */
export const readExpiry = (text: string): Expiry | undefined => {
  const match = /^\s*(\d{1,2})\s*[/.-]\s*(\d{2}|\d{4})\s*$|^\s*(\d{2})(\d{2})\s*$/.exec(text);
  if (!match) return undefined;
  const month = Number(match[1] ?? match[3]);
  const year = Number(match[2] ?? match[4]);
  if (month < 1 || month > 12) return undefined;
  return { month, year: year < 100 ? 2000 + year : year };
};

export const isPast = ({ month, year }: Expiry, today: Date): boolean =>
  year < today.getFullYear() || (year === today.getFullYear() && month < today.getMonth() + 1);

/** Inserts the slash after the month while somebody types, but not while they delete. */
export const typeExpiry = (before: string, now: string): string => {
  if (now.length <= before.length) return now;
  if (/^[2-9]$/.test(now)) return `0${now}/`;
  if (/^(0[1-9]|1[0-2])$/.test(now)) return `${now}/`;
  return now;
};
