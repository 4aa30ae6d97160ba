import { monitorEventLoopDelay } from 'node:perf_hooks';

const periodMilliseconds = 5_000;

const startMonitor = () => {
  const monitor = monitorEventLoopDelay();
  monitor.enable();
  return monitor;
};

/**
 * Starts to measure how late the event loop is. The function that it returns reads the 99th percentile in seconds, of the
 * last 5 to 10 seconds. Reading changes nothing, so that any number of scrapers see the same; prom-client's own gauges begin
 * anew at each scrape, and with two scrapers neither sees what was measured before the other's.
 */
export const eventLoopLag = (): (() => number) => {
  let [older, younger] = [startMonitor(), startMonitor()];
  setInterval(() => {
    older.reset();
    [older, younger] = [younger, older];
  }, periodMilliseconds).unref();
  return () => older.percentile(99) / 1e9;
};
