import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '@faultline/topology';
import { MetricHistory } from './metric-history';
import type { Sample } from './metrics-text';

export interface ScraperOptions {
  /** By default all services. */
  services?: readonly ServiceName[];
  /** Milliseconds from the start of a scrape to that of the next. */
  every?: number;
  /** Milliseconds after which a service counts as not readable, until its page is there. */
  timeout?: number;
  /** Milliseconds after which a scrape is given up, so that a page that comes late counts too. */
  patience?: number;
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
      patience = timeout,
      history = new MetricHistory(),
    }: ScraperOptions = {},
  ) {
    this.history = history;
    this.#done = Promise.all(
      services.map((service) => this.#follow(service, { every, timeout, patience })),
    );
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #follow(
    service: ServiceName,
    { every, timeout, patience }: Required<Pick<ScraperOptions, 'every' | 'timeout' | 'patience'>>,
  ): Promise<void> {
    const { signal } = this.#stopping;
    const add = (samples: readonly Sample[] | undefined) => {
      if (!signal.aborted) this.history.add(service, { time: Date.now(), samples });
    };
    while (!signal.aborted) {
      const startedAt = Date.now();
      const limit = AbortSignal.any([signal, AbortSignal.timeout(patience)]);
      // Whoever cannot be read is away, which the history keeps once.
      let away = false;
      const late = setTimeout(() => {
        away = true;
        add(undefined);
      }, timeout);
      const samples = await this.read(service, limit).catch(() => undefined);
      clearTimeout(late);
      if (samples || !away) add(samples);
      const rest = Math.max(0, startedAt + every - Date.now());
      await delay(rest, undefined, { signal }).catch(() => undefined);
    }
  }
}
