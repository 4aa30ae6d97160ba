/** The longest text that the shop's search takes. */
export const maxSearchLength = 200;

/** A search as the shop takes it: no control characters or doubled spaces, not over the limit. */
export const tidySearch = (text: string): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxSearchLength)
    .trim();

/** A part of a suggestion, `typed` where it repeats what is in the search box. */
export interface SuggestionPart {
  text: string;
  typed: boolean;
}

/** Splits a suggestion at the first place where it contains what was typed, in whatever case. */
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
