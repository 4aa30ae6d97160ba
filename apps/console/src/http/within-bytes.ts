import { withShortValues } from '../short-values';

/**
 * How long a page of a list is unless its client asks for a number of items, and what a tool tells an agent at most, which
 * leaves it room to think; in bytes of JSON.
 */
export const maxBytes = 8_000;
const defaultLimit = 50;

const lengthOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const isShort = (value: unknown): boolean => lengthOf(value) <= maxBytes;

/**
 * A page of as many items as the client asks for, else of as many as 8 KB have room for, but one at least, if
 * need be with shortened texts. A page that was too long is read again with fewer, so that `next` begins after its last item.
 */
export const withinBytes = async <Page extends { items: readonly unknown[] }>(
  { limit }: { limit?: number },
  read: (limit: number) => Promise<Page> | Page,
): Promise<Page> => {
  if (limit !== undefined) return read(limit);
  let count = defaultLimit;
  for (;;) {
    const page = await read(count);
    if (isShort(page)) return page;
    if (count === 1) return withShortValues(page, isShort);
    // With a margin for the cursor and the counts, which the shorter page has, too.
    let left = maxBytes - 200 - lengthOf({ ...page, items: [] });
    const fits = page.items.findIndex((item) => {
      left -= lengthOf(item) + 1;
      return left < 0;
    });
    count = Math.max(1, Math.min(fits === -1 ? count : fits, count - 1));
  }
};

/**
 * A response that has as many of something as its client asks for, such as points, else at most `max`, and so few that it
 * takes 8 KB. `min` of them there are in any case,
 * if need be with shortened texts.
 */
export const shortEnough = async <Response>(
  asked: number | undefined,
  [min, max]: readonly [min: number, max: number],
  read: (count: number) => Promise<Response> | Response,
): Promise<Response> => {
  if (asked !== undefined) return read(asked);
  let count = max;
  for (;;) {
    const response = await read(count);
    if (isShort(response)) return response;
    if (count <= min) return withShortValues(response, isShort);
    const share = maxBytes / lengthOf(response);
    count = Math.max(min, Math.min(count - 1, Math.floor(0.9 * count * share)));
  }
};
