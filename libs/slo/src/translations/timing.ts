/** The times of rules, in PromQL's format. */
export interface Timing {
  /** The window of rates and ratios. */
  window: string;
  /** How long something holds before an alert fires. */
  lasting: string;
}

/** A rate needs two samples, and four keep it when one scrape is late and another one lost. */
const scrapesPerWindow = 4;

const shortestWindow = 60;
const shortestLasting = 15;

/** Formats a duration for `[4m]` and `for: 1m`. */
const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;

/**
 * The times of rules for a scrape interval in seconds. The windows of conditions are
 * for a scrape per second, and never longer than the shortest window here.
 */
export const timingOf = (scrapeSeconds: number): Timing => ({
  window: duration(Math.max(shortestWindow, scrapesPerWindow * scrapeSeconds)),
  lasting: duration(Math.max(shortestLasting, scrapeSeconds)),
});

/** Times for Prometheus's default interval; they also work for shorter intervals. */
export const defaultScrapeSeconds = 60;

export const defaultTiming = timingOf(defaultScrapeSeconds);
