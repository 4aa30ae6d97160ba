import { maxBytes } from '../http/within-bytes';
import { cut, withShortValues } from '../short-values';

/** How long a text within a response may be. */
const maxText = 300;

/** What a tool responds, with the list that gives way when it is too long. */
export interface ToolResponse {
  items: readonly unknown[];
  [fact: string]: unknown;
}

const shortened = (_key: string, value: unknown): unknown => {
  if (typeof value === 'string') return cut(value, maxText);
  // Rates and shares are not known to more digits than these.
  return typeof value === 'number' && !Number.isInteger(value)
    ? Number(value.toPrecision(6))
    : value;
};

/** How many bytes a text may take in a message of MCP, where it is a string of JSON, whose quotes are escaped. */
const maxTextBytes = maxBytes - 200;
const bytesOf = (text: string): number => Buffer.byteLength(JSON.stringify(text)) - 2;

/** How many bytes the facts, and each item, have at most if a response is too long. */
const maxFacts = 4_000;
const maxItem = 3_000;

const within = <Part>(part: Part, maximum: number): Part =>
  withShortValues(part, (shorter) => bytesOf(JSON.stringify(shorter, shortened)) <= maximum);

/**
 * Several lists that share this many bytes of JSON: the longest gives way first, from its end, so that each keeps what is
 * most important.
 */
export const sharing = (
  lists: Readonly<Record<string, readonly unknown[]>>,
  bytes: number,
): Record<string, unknown[]> => {
  const shares = Object.entries(lists).map(([name, items]) => {
    const sizes = items.map(sizeOf);
    return { name, items: [...items], sizes, size: sizes.reduce((sum, size) => sum + size, 0) };
  });
  const total = (): number => shares.reduce((sum, { size }) => sum + size, 0);
  while (total() > bytes) {
    const [longest] = shares.toSorted((a, b) => b.size - a.size);
    if (!longest) break;
    longest.items.pop();
    longest.size -= longest.sizes.pop() ?? 0;
  }
  return Object.fromEntries(shares.map(({ name, items }) => [name, items]));
};

/** The bytes of an item in a response, with the comma behind it. */
const sizeOf = (item: unknown): number => bytesOf(JSON.stringify(item, shortened) ?? 'null') + 1;

/** A response in JSON whose message takes at most 8 KB: the last items are left out, and it says how many there are. */
export const textOf = ({ items, ...facts }: ToolResponse): string => {
  const whole = JSON.stringify({ ...facts, items }, shortened);
  if (bytesOf(whole) <= maxTextBytes) return whole;
  const texts = items.map((item) => JSON.stringify(within(item, maxItem), shortened) ?? 'null');
  const short = within(facts, maxFacts);
  const note = (shown: number) =>
    JSON.stringify(
      { ...short, shown, of: items.length, shortened: 'narrow the search' },
      shortened,
    );
  let left = maxTextBytes - bytesOf(note(items.length)) - bytesOf(',"items":[]');
  const kept: string[] = [];
  for (const text of texts) {
    left -= bytesOf(text) + 1;
    if (left < 0) break;
    kept.push(text);
  }
  return `${note(kept.length).slice(0, -1)},"items":[${kept.join()}]}`;
};
