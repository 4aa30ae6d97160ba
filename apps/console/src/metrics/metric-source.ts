import {
  MetricHistory,
  type MetricWindow,
  parseMetrics,
  Scraper,
  type ScrapeTarget,
} from '@faultline/evidence';
import type { WatchedService } from '../config';
import { type HistoryFilesOptions, openHistoryFiles } from './history-files';
import { readInstances } from './read-instances';

/** The metrics of all watched services and of the console itself, which has those of the probes. */
export interface MetricSource {
  /** For `evaluate` of `libs/evidence`. */
  history: MetricHistory;
  /** The scrapes from one time to another, and the last one before them to count from. */
  window(target: ScrapeTarget, from: number, to?: number): MetricWindow;
  /** The time of the oldest scrape; undefined before the first. */
  keptSince(): number | undefined;
}

interface RunningMetricSource extends MetricSource {
  /** Ends scraping, and saves everything. */
  close(): Promise<void>;
}

export interface MetricSourceOptions
  extends Pick<HistoryFilesOptions, 'directory' | 'saveEvery' | 'unusable'> {
  services: readonly WatchedService[];
  /** The console's own page of metrics. */
  ownPage(): Promise<string>;
  every?: number;
}

const scrapeEvery = 2_000;
/** Short enough that a service that hangs is seen within seconds, */
const scrapeTimeout = 3_000;
/** and long enough that one that computes in between still tells why it was slow. */
const scrapePatience = 10_000;

/** Every scrape of ten minutes, and one each 10 s of three hours: 6.7 KB per series. */
const size = { scrapes: 300, older: { every: 10_000, scrapes: 1080 } };

/** Scrapes the watched services, with what was saved by an earlier process. */
export const startMetricSource = async (
  options: MetricSourceOptions,
): Promise<RunningMetricSource> => {
  const { services, ownPage, every = scrapeEvery } = options;
  const addresses = new Map(services.map(({ name, adminUrl }) => [name, adminUrl]));
  const targets: ScrapeTarget[] = [...addresses.keys(), 'console'];
  const history = new MetricHistory(size);
  const files = await openHistoryFiles({ ...options, history, targets });
  const scraper = new Scraper(
    async (service, signal) => readInstances(addresses.get(service) ?? '', signal),
    {
      services: [...addresses.keys()],
      every,
      timeout: scrapeTimeout,
      patience: scrapePatience,
      history,
    },
  );
  const own = setInterval(
    () =>
      void ownPage()
        .then(parseMetrics)
        // Like a service that cannot be scraped.
        .catch(() => undefined)
        .then((samples) => history.add('console', { time: Date.now(), samples })),
    every,
  );
  return {
    history,
    window: (target, from, to) => history.window(target, from, to),
    keptSince: () => {
      const times = targets.flatMap((target) => history.since(target) ?? []);
      return times.length > 0 ? Math.min(...times) : undefined;
    },
    close: async () => {
      clearInterval(own);
      await scraper.stop();
      await files.close();
    },
  };
};
