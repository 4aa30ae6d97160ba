/** The maximum length of a search text. */
export const maxSearchLength = 200;

/** Normalizes a search text: no control characters or repeated spaces, within the maximum length. */
export const tidySearch = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxSearchLength)
    .trim();

/** A part of a suggestion; `typed` if it matches the search box. */
export interface SuggestionPart {
  text: string;
  typed: boolean;
}

/** Splits a suggestion at the first match of the typed text, ignoring case. */
export const markTyped = (suggestion: string, typed: string): SuggestionPart[] => {
  const start = typed === '' ? -1 : suggestion.toLowerCase().indexOf(typed.toLowerCase());
  if (start < 0) return [{ text: suggestion, typed: false }];
  const end = start + typed.length;
  return [
    { text: suggestion.slice(0, start), typed: false },
    { text: suggestion.slice(start, end), typed: true },
    { text: suggestion.slice(end), typed: false },
  ].filter(({ text }) => text !== '');
};
