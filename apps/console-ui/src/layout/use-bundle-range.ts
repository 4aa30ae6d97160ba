import { useEffect } from 'react';
import { useStatus } from '../api/queries';
import { useRange } from '../time/use-range';

/** A console that shows a bundle has no present: where others are live, it shows the whole bundle. */
export const useBundleRange = (): void => {
  const bundle = useStatus().data?.bundle;
  const { range, set } = useRange();
  useEffect(() => {
    if (!bundle || !range.live) return;
    const { from, to } = bundle;
    set({ live: false, length: to - from, from, to }, { replace: true });
  }, [bundle, range, set]);
};
