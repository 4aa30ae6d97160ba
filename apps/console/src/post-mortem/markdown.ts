/*
 * Markdown of texts that other people and programs have written. They stand in lines that begin with something else, so that
 * only what has a meaning within a line has to be escaped.
 */

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
};

const escaped = (text: string): string =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    // What changes the direction of writing would show another text.
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\\`*_{}[\]()#|~$!&<>@]/g, (character) => entities[character] ?? `\\${character}`);

/** A text as one line that shows as it is, whatever it contains. */
export const plain = (text: string): string => escaped(text).trim();

/** A link. The address must be one that `URL` has made, or a path without spaces. */
export const link = (words: string, address: string): string =>
  `[${plain(words)}](${address.replaceAll('(', '%28').replaceAll(')', '%29')})`;

/** An address, without what punctuates the sentence that it stands in. */
const addresses = /https?:\/\/\S*[^\s.,;:!?'")\]}>]/g;

/** A text in which addresses are links: as they are, GitHub's Markdown would take their escapes for a part of them. */
export const prose = (text: string): string => {
  const parts: string[] = [];
  let end = 0;
  for (const { 0: address, index } of text.matchAll(addresses)) {
    if (!URL.canParse(address)) continue;
    const { href } = new URL(address);
    parts.push(escaped(text.slice(end, index)));
    parts.push(link(address, href.replaceAll('|', '%7C').replaceAll('\\', '%5C')));
    end = index + address.length;
  }
  return [...parts, escaped(text.slice(end))].join('').trim();
};

/** A table of cells that are Markdown already. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** A time as `2026-11-26 12:00:05 UTC`. */
export const clock = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** Milliseconds in their two largest units: `3 min 20 s`. */
export const lasted = (milliseconds: number): string => {
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const parts: [number, string][] = [
    [Math.floor(seconds / 86_400), 'd'],
    [Math.floor(seconds / 3600) % 24, 'h'],
    [Math.floor(seconds / 60) % 60, 'min'],
    [seconds % 60, 's'],
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first === -1) return '0 s';
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => `${value} ${unit}`)
    .join(' ');
};

const inEnglish = new Intl.NumberFormat('en');

/** A count as `48,310`. */
export const count = (value: number): string => inEnglish.format(Math.round(value));
