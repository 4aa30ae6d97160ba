import type { ServiceName } from '@faultline/topology';
import type { Sample } from './metrics-text';

/** What a service's metrics were at one moment. */
export interface Scrape {
  /** Milliseconds since 1970. */
  time: number;
  /** Undefined when they could not be read. */
  samples: readonly Sample[] | undefined;
}

/** The scrapes of all services over the last minutes. */
export class MetricHistory {
  readonly #scrapes = new Map<ServiceName, Scrape[]>();

  constructor(private readonly keepMilliseconds = 300_000) {}

  add(service: ServiceName, scrape: Scrape): void {
    const scrapes = this.#scrapes.get(service) ?? [];
    this.#scrapes.set(service, scrapes);
    scrapes.push(scrape);
    while (scrapes[0] && scrapes[0].time < scrape.time - this.keepMilliseconds) scrapes.shift();
  }

  latest(service: ServiceName): Scrape | undefined {
    return this.#scrapes.get(service)?.at(-1);
  }

  /** The scrapes since `from`, with the last one before it to count from; oldest first. */
  since(service: ServiceName, from: number): readonly Scrape[] {
    const scrapes = this.#scrapes.get(service) ?? [];
    const first = scrapes.findIndex(({ time }) => time >= from);
    if (first === -1) return scrapes.slice(-1);
    return scrapes.slice(Math.max(0, first - 1));
  }
}
