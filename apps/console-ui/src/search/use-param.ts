import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** Sets parts of the page's address, in place of what is in the history; empty ones are left out. */
export const useSetParam = (): ((name: string, value: string | undefined) => void) => {
  const [, setParams] = useSearchParams();
  return useCallback(
    (name, value) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          if (value === undefined || value === '') next.delete(name);
          else next.set(name, value);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
};

/** A part of the page's address that shows how it is looked at; empty if it is not there. */
export const useParam = (name: string): [string, (value: string | undefined) => void] => {
  const [params] = useSearchParams();
  const set = useSetParam();
  return [params.get(name) ?? '', useCallback((value) => set(name, value), [set, name])];
};
