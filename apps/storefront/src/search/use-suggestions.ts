import { useEffect, useState } from 'react';
import { shop } from '../api/shop';
import { tidySearch } from './search-text';

/** Long enough to skip most letters of a word, short enough to feel immediate. */
const typingPause = 150;
const minSearchLength = 2;

interface Suggestions {
  for: string;
  items: readonly string[];
}

const none: readonly string[] = [];

/**
 * Suggestions for the typed text; none if `typed` is undefined. Each letter aborts the previous
 * request. The last suggestions stay until the next ones arrive, so
 * that the list does not flicker.
 */
export const useSuggestions = (typed: string | undefined): readonly string[] => {
  const [suggestions, setSuggestions] = useState<Suggestions>({ for: '', items: none });
  const text = tidySearch(typed ?? '');
  const wanted = text.length >= minSearchLength;

  useEffect(() => {
    if (!wanted) return;
    const controller = new AbortController();
    const timer = window.setTimeout(() => {
      shop.suggestions(text, controller.signal).then(
        ({ items }) => setSuggestions({ for: text, items }),
        () => {
          // Suggestions are a convenience: without them the search itself still works.
          if (!controller.signal.aborted) setSuggestions({ for: text, items: none });
        },
      );
    }, typingPause);
    return () => {
      window.clearTimeout(timer);
      controller.abort();
    };
  }, [text, wanted]);

  const stillFits = text.startsWith(suggestions.for) || suggestions.for.startsWith(text);
  return wanted && stillFits ? suggestions.items : none;
};
