import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { type Range, readRange, windowOf, withRange } from './range';

export interface RangeOfPage {
  range: Range;
  /** What tells this range from others in the keys of queries. */
  key: string;
  /** The times of the range now. */
  window: () => { from: number; to: number };
  set: (range: Range, options?: { replace?: boolean }) => void;
}

/** The range of time in the page's address. */
export const useRange = (): RangeOfPage => {
  const [params, setParams] = useSearchParams();
  const key = String(
    new URLSearchParams([...params].filter(([name]) => ['last', 'from', 'to'].includes(name))),
  );
  const range = useMemo(() => readRange(new URLSearchParams(key)), [key]);
  const set = useCallback(
    (next: Range, { replace = false } = {}) =>
      setParams((before) => withRange(before, next), { replace, preventScrollReset: true }),
    [setParams],
  );
  return { range, key, window: () => windowOf(range), set };
};

/** The part of the address that says which time is shown, for links to other pages. */
const useTimeSearch = (): URLSearchParams => {
  const { range } = useRange();
  return useMemo(() => withRange(new URLSearchParams(), range), [range]);
};

/** An address of a page that shows the same time as this one. */
export const useAddress = (): ((
  path: string,
  search?: Readonly<Record<string, string | undefined>>,
) => string) => {
  const time = useTimeSearch();
  return useCallback(
    (path, search = {}) => {
      const params = new URLSearchParams();
      for (const [name, value] of Object.entries(search))
        if (value !== undefined && value !== '') params.set(name, value);
      for (const [name, value] of time) if (!params.has(name)) params.set(name, value);
      const text = params.toString();
      return text === '' ? path : `${path}?${text}`;
    },
    [time],
  );
};
