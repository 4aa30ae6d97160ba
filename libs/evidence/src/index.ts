export { holdsCardNumber } from './card-number';
export { type Evaluation, evaluate } from './evaluate';
export { findLogs, findSpans } from './find';
export { boundOf, type Increments, increments, quantileOf } from './growth';
export { matches } from './matching';
export {
  type HistorySize,
  MetricHistory,
  type MetricWindow,
  type Scrape,
  type ScrapeTarget,
  type WindowSeries,
} from './metric-history';
export { parseMetrics, readMetrics, type Sample, sumOf } from './metrics-text';
export { Scraper } from './scraper';
export { median, type Spread, spreadOf } from './statistics';
export type { SavedTarget } from './target-history';
