import type { MetricHistory, ScrapeTarget } from '@faultline/evidence';

/** How long a service may take to appear before it counts as offline, in milliseconds. */
const startGrace = 30_000;

/**
 * Whether a service that cannot be read counts as away: it was there since this console started, or has had time to
 * be. That it was there before, in what was saved, does not count: it may have been stopped, too.
 */
export const isDue = (
  history: Pick<MetricHistory, 'window'>,
  target: ScrapeTarget,
  startedAt: number,
  now: number,
): boolean => {
  const { times, readable } = history.window(target, startedAt, now);
  const hasAppeared = times.some((time, index) => time >= startedAt && readable[index]);
  return hasAppeared || now - startedAt > startGrace;
};
