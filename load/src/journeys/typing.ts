/** The word of a product's name that a shopper would search for: the longest. */
export const keywordOf = (name: string): string =>
  name
    .split(/[^A-Za-z0-9\u00c0-\u017e]+/)
    .reduce((longest, word) => (word.length > longest.length ? word : longest), '');

/** The text with two neighbouring letters in its middle swapped. */
export const mistype = (text: string): string => {
  const middle = Math.max(1, Math.floor(text.length / 2));
  return (
    text.slice(0, middle - 1) +
    text.charAt(middle) +
    text.charAt(middle - 1) +
    text.slice(middle + 1)
  );
};

/** Words in no language, which no product has. */
export const nonsense: readonly string[] = ['xqzvwkj', 'zzqwyxv', 'kjxqwvz', 'vwqxzzk'];
