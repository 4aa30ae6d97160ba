import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '@faultline/topology';
import { MetricHistory } from './metric-history';
import type { Sample } from './metrics-text';

export interface ScraperOptions {
  /** By default all services. */
  services?: readonly ServiceName[];
  /** Milliseconds from the start of a scrape to that of the next. */
  every?: number;
  /** Milliseconds after which a service counts as not readable. */
  timeout?: number;
  history?: MetricHistory;
}

type Read = (service: ServiceName, signal: AbortSignal) => Promise<readonly Sample[]>;

/** Reads the metrics of services at intervals, for as long as it is not stopped. None waits for another. */
export class Scraper {
  readonly history: MetricHistory;
  readonly #stopping = new AbortController();
  readonly #done: Promise<unknown>;

  constructor(
    private readonly read: Read,
    {
      services = serviceNames,
      every = 1_000,
      timeout = 10_000,
      history = new MetricHistory(),
    }: ScraperOptions = {},
  ) {
    this.history = history;
    this.#done = Promise.all(services.map((service) => this.#follow(service, every, timeout)));
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #follow(service: ServiceName, every: number, timeout: number): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      const startedAt = Date.now();
      const limit = AbortSignal.any([signal, AbortSignal.timeout(timeout)]);
      // Whoever cannot be read is away, which is what the history keeps.
      const samples = await this.read(service, limit).catch(() => undefined);
      if (signal.aborted) return;
      this.history.add(service, { time: Date.now(), samples });
      const rest = Math.max(0, startedAt + every - Date.now());
      await delay(rest, undefined, { signal }).catch(() => undefined);
    }
  }
}
