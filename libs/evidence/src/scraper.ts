import { setTimeout as delay } from 'node:timers/promises';
import { type ServiceName, serviceNames } from '@faultline/topology';
import { MetricHistory } from './metric-history';
import type { Sample } from './metrics-text';

const everyMilliseconds = 1_000;

/** Reads the metrics of all services every second, for as long as it is not stopped. */
export class Scraper {
  readonly history = new MetricHistory();
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;

  constructor(private readonly read: (service: ServiceName) => Promise<Sample[]>) {
    this.#done = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      await Promise.all(
        serviceNames.map(async (service) => {
          // Whoever cannot be read is away, which is what the history keeps.
          const samples = await this.read(service).catch(() => undefined);
          this.history.add(service, { time: Date.now(), samples });
        }),
      );
      await delay(everyMilliseconds, undefined, { signal }).catch(() => undefined);
    }
  }
}
