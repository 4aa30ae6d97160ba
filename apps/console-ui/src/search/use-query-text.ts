import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** The search `q` in the page's address. */
export const useQueryText = (): [string, (query: string) => void] => {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (query: string) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (query === '') next.delete('q');
          else next.set('q', query);
          return next;
        },
        { preventScrollReset: true },
      ),
    [setParams],
  );
  return [params.get('q') ?? '', set];
};
