/** As SQLite's `like` does it: of ASCII letters only. */
const withoutCapitals = (text: string): string =>
  text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

export const containsText = (text: string, part: string): boolean =>
  withoutCapitals(text).includes(withoutCapitals(part));

/**
 * Whether a text fits a pattern, in which each star stands for any text. Each piece between two stars is looked for behind the one
 * before, without ever going back, so that a long pattern takes no longer than its length times that of the text.
 */
export const fitsPattern = (text: string, pattern: string): boolean => {
  const [first = '', ...pieces] = withoutCapitals(pattern).split(/\*+/);
  const last = pieces.pop();
  const whole = withoutCapitals(text);
  if (last === undefined) return whole === first;
  const end = whole.length - last.length;
  if (end < first.length || !whole.startsWith(first) || !whole.endsWith(last)) return false;
  let at = first.length;
  for (const piece of pieces) {
    const found = whole.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
};
