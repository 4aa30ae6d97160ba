/** A text as a few letters and digits, the same ones each time: its FNV-1a hash of 32 bits. */
export const shortId = (text: string): string => {
  let hash = 0x811c9dc5;
  for (const letter of text)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
};
