/** The times of rules, in PromQL's spelling. */
export interface Timing {
  /** How far back rates and shares look. */
  window: string;
  /** How long something holds before an alert fires. */
  lasting: string;
}

/** A rate needs two samples, and four keep it when one scrape is late and another one lost. */
const scrapesPerWindow = 4;

const shortestWindow = 60;
const shortestLasting = 15;

/** A duration as `[4m]` and `for: 1m` have it. */
const duration = (seconds: number): string =>
  seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;

/**
 * The times of rules over metrics that are scraped every so many seconds. The windows of conditions are
 * for a scrape each second, and never longer than the shortest here.
 */
export const timingOf = (scrapeSeconds: number): Timing => ({
  window: duration(Math.max(shortestWindow, scrapesPerWindow * scrapeSeconds)),
  lasting: duration(Math.max(shortestLasting, scrapeSeconds)),
});

/** Prometheus's default: the rules work as they are wherever scrapes are a minute apart, or less. */
export const defaultScrapeSeconds = 60;

export const defaultTiming = timingOf(defaultScrapeSeconds);
