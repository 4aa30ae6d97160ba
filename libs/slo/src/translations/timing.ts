/** The times of rules, in PromQL's format. */
export interface Timing {
  /** The window of rates and ratios. */
  window: string;
  /** The same in seconds. */
  windowSeconds: number;
  /** How long something holds before an alert fires. */
  lasting: string;
  /** The same in seconds. */
  lastingSeconds: number;
}

/** A rate needs two samples, and four keep it when one scrape is late and another one lost. */
const scrapesPerWindow = 4;

const shortestWindow = 60;
const shortestLasting = 15;

/** Formats a duration for `[4m]` and `for: 1m`. */
export const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;

/**
 * The times of rules for a scrape interval in seconds. The windows of conditions are for a scrape per second: a
 * shorter one than here becomes as long as this one.
 */
export const timingOf = (scrapeSeconds: number): Timing => {
  const windowSeconds = Math.max(shortestWindow, scrapesPerWindow * scrapeSeconds);
  const lastingSeconds = Math.max(shortestLasting, scrapeSeconds);
  return {
    window: duration(windowSeconds),
    windowSeconds,
    lasting: duration(lastingSeconds),
    lastingSeconds,
  };
};

/** Times for Prometheus's default interval; they also work for shorter intervals. */
export const defaultScrapeSeconds = 60;

export const defaultTiming = timingOf(defaultScrapeSeconds);
