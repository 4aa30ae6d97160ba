export { holdsCardNumber } from './card-number';
export { type Evaluation, evaluate } from './evaluate';
export { findLogs, findSpans } from './find';
export { matches } from './matching';
export { MetricHistory, type MetricWindow, type Scrape } from './metric-history';
export { parseMetrics, readMetrics, type Sample, sumOf } from './metrics-text';
export { Scraper } from './scraper';
export { median, type Spread, spreadOf } from './statistics';
