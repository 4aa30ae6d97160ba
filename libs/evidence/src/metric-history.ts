import type { ServiceName } from '@faultline/topology';
import { matches } from './matching';
import type { Sample } from './metrics-text';

/** What a service's metrics were at one moment. */
export interface Scrape {
  /** Milliseconds since 1970. */
  time: number;
  /** Undefined when they could not be read. */
  samples: readonly Sample[] | undefined;
}

/** The values of one series at the times of a window; NaN where it was not there. */
export interface WindowSeries {
  labels: Readonly<Record<string, string>>;
  values: readonly number[];
}

/** The scrapes of one service over some time, oldest first. */
export interface MetricWindow {
  times: readonly number[];
  /** Whether the metrics could be read at each of the times. */
  readable: readonly boolean[];
  /** The series of a name whose labels match: values, or regular expressions between slashes. */
  series(name: string, labels?: Readonly<Record<string, string>>): WindowSeries[];
}

interface Series {
  labels: Readonly<Record<string, string>>;
  values: Float64Array;
  /** The scrape that had it last, counted from the first. */
  last: number;
}

/** One service's scrapes in a ring: each series has a place for each of the last scrapes. */
class ServiceHistory {
  readonly #times: Float64Array;
  readonly #readable: Uint8Array;
  readonly #series = new Map<string, Map<string, Series>>();
  #count = 0;

  constructor(private readonly capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#readable = new Uint8Array(capacity);
  }

  add({ time, samples }: Scrape): void {
    const number = this.#count;
    const slot = number % this.capacity;
    this.#count += 1;
    this.#times[slot] = time;
    this.#readable[slot] = samples ? 1 : 0;
    for (const { name, labels, value } of samples ?? []) {
      const series = this.#seriesOf(name, labels);
      series.values[slot] = value;
      series.last = number;
    }
    this.#clear(number, slot);
  }

  /** Takes away what a scrape does not have any more, and series that no scrape has. */
  #clear(number: number, slot: number): void {
    for (const [name, ofName] of this.#series) {
      for (const [key, series] of ofName) {
        if (series.last === number) continue;
        series.values[slot] = Number.NaN;
        if (series.last <= number - this.capacity) ofName.delete(key);
      }
      if (ofName.size === 0) this.#series.delete(name);
    }
  }

  #seriesOf(name: string, labels: Readonly<Record<string, string>>): Series {
    const ofName = this.#series.get(name) ?? new Map<string, Series>();
    this.#series.set(name, ofName);
    const key = JSON.stringify(labels);
    const series = ofName.get(key) ?? {
      labels,
      values: new Float64Array(this.capacity).fill(Number.NaN),
      last: -1,
    };
    ofName.set(key, series);
    return series;
  }

  /** The scrapes from a moment to another, with the last one before them to count from. */
  window(from: number, to: number): MetricWindow {
    const slots: number[] = [];
    for (
      let number = this.#count - 1;
      number >= Math.max(0, this.#count - this.capacity);
      number--
    ) {
      const slot = number % this.capacity;
      const time = this.#times[slot] ?? 0;
      if (time > to) continue;
      slots.push(slot);
      if (time < from) break;
    }
    slots.reverse();
    return {
      times: slots.map((slot) => this.#times[slot] ?? 0),
      readable: slots.map((slot) => this.#readable[slot] === 1),
      series: (name, labels = {}) =>
        [...(this.#series.get(name)?.values() ?? [])]
          .filter((series) =>
            Object.entries(labels).every(([label, pattern]) =>
              matches(pattern, series.labels[label]),
            ),
          )
          .map((series) => ({
            labels: series.labels,
            values: slots.map((slot) => series.values[slot] ?? Number.NaN),
          })),
    };
  }
}

const nothing: MetricWindow = { times: [], readable: [], series: () => [] };

/** The last scrapes of all services. */
export class MetricHistory {
  readonly #services = new Map<ServiceName, ServiceHistory>();

  /** `capacity` is how many scrapes of each service are kept. */
  constructor(private readonly capacity = 600) {}

  add(service: ServiceName, scrape: Scrape): void {
    const history = this.#services.get(service) ?? new ServiceHistory(this.capacity);
    this.#services.set(service, history);
    history.add(scrape);
  }

  /** The scrapes of a service from a moment to another, with the last one before them to count from. */
  window(service: ServiceName, from: number, to = Number.POSITIVE_INFINITY): MetricWindow {
    return this.#services.get(service)?.window(from, to) ?? nothing;
  }
}
