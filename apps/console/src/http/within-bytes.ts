/** How long a page of a list is unless its client asks for a number of items, in bytes of JSON. */
const maxBytes = 8_000;
const defaultLimit = 50;

/**
 * A page of as many items as the client asks for, else of as many as 8 KB have room for, but one at least. A page that was
 * too long is read again with fewer, so that `next` begins after its last item.
 */
export const withinBytes = async <Page extends { items: readonly unknown[] }>(
  { limit }: { limit?: number },
  read: (limit: number) => Promise<Page>,
): Promise<Page> => {
  if (limit !== undefined) return read(limit);
  const page = await read(defaultLimit);
  const lengthOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
  // With a margin for the cursor and the counts, which the shorter page has, too.
  let left = maxBytes - 200 - lengthOf({ ...page, items: [] });
  const fits = page.items.findIndex((item) => {
    left -= lengthOf(item) + 1;
    return left < 0;
  });
  return fits === -1 ? page : read(Math.max(1, fits));
};
