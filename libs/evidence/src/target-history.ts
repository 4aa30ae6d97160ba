import { matches } from './matching';
import type { HistorySize, MetricWindow, Scrape } from './scrape';
import { type SavedRing, ScrapeRing } from './scrape-ring';

type Labels = Readonly<Record<string, string>>;

interface Series {
  name: string;
  labels: Labels;
  recent: Float64Array;
  /** Differences from `base`, which keep the precision of large values. */
  older: Float32Array;
  base: number;
  /** The scrapes that had it last, counted from the first. */
  last: number;
  lastOlder: number;
}

/** A target's history as data. */
export interface SavedTarget {
  recent: SavedRing;
  older: SavedRing;
  series: Series[];
}

/** One target's scrapes in rings: each series has a place for each of the scrapes that are kept. */
export class TargetHistory {
  readonly #every: number;
  #recent: ScrapeRing;
  #older: ScrapeRing;
  readonly #series = new Map<string, Map<string, Series>>();
  /** The series by the labels of their last samples: pages of metrics give the same ones each time. */
  readonly #byLabels = new WeakMap<Labels, Series>();

  constructor({ scrapes, older }: HistorySize) {
    this.#every = older?.every ?? Number.POSITIVE_INFINITY;
    this.#recent = new ScrapeRing(scrapes);
    this.#older = new ScrapeRing(older?.scrapes ?? 0);
  }

  /** Undefined if what was saved has another size. */
  static from(size: HistorySize, saved: SavedTarget): TargetHistory | undefined {
    const history = new TargetHistory(size);
    const { scrapes, older = { scrapes: 0 } } = size;
    if (saved.recent.times.length !== scrapes || saved.older.times.length !== older.scrapes)
      return undefined;
    history.#recent = ScrapeRing.from(saved.recent);
    history.#older = ScrapeRing.from(saved.older);
    for (const series of saved.series) {
      const { name } = series;
      const ofName = history.#series.get(name) ?? new Map<string, Series>();
      history.#series.set(name, ofName);
      ofName.set(JSON.stringify(series.labels), series);
    }
    return history;
  }

  save(): SavedTarget {
    return {
      recent: this.#recent.save(),
      older: this.#older.save(),
      series: [...this.#series.values()].flatMap((ofName) => [...ofName.values()]),
    };
  }

  get since(): number | undefined {
    return this.#older.oldest ?? this.#recent.oldest;
  }

  get seriesCount(): number {
    let count = 0;
    for (const ofName of this.#series.values()) count += ofName.size;
    return count;
  }

  add({ time, samples }: Scrape): void {
    const number = this.#recent.count;
    const slot = this.#recent.add(time, samples !== undefined);
    const numberOlder = this.#older.count;
    const isOlder = time - (this.#older.newest ?? Number.NEGATIVE_INFINITY) >= this.#every;
    const slotOlder = isOlder ? this.#older.add(time, samples !== undefined) : undefined;
    for (const { name, labels, value } of samples ?? []) {
      const series = this.#seriesOf(name, labels, value);
      series.recent[slot] = value;
      series.last = number;
      if (slotOlder === undefined) continue;
      series.older[slotOlder] = value - series.base;
      series.lastOlder = numberOlder;
    }
    this.#clear(number, slot, slotOlder);
  }

  /** Removes what a scrape does not have any more, and series that no scrape has. */
  #clear(number: number, slot: number, slotOlder: number | undefined): void {
    for (const [name, ofName] of this.#series) {
      for (const [key, series] of ofName) {
        if (series.last === number) continue;
        series.recent[slot] = Number.NaN;
        if (slotOlder !== undefined) series.older[slotOlder] = Number.NaN;
        const isRecent = series.last > number - this.#recent.capacity;
        if (!isRecent && series.lastOlder < this.#older.count - this.#older.capacity) {
          ofName.delete(key);
          this.#byLabels.delete(series.labels);
        }
      }
      if (ofName.size === 0) this.#series.delete(name);
    }
  }

  #seriesOf(name: string, labels: Labels, value: number): Series {
    const last = this.#byLabels.get(labels);
    if (last?.name === name && last.labels === labels) return last;
    const series = this.#find(name, JSON.stringify(labels)) ?? this.#create(name, labels, value);
    series.labels = labels;
    this.#byLabels.set(labels, series);
    return series;
  }

  #find(name: string, key: string): Series | undefined {
    return this.#series.get(name)?.get(key);
  }

  #create(name: string, labels: Labels, value: number): Series {
    const series: Series = {
      name,
      labels,
      recent: new Float64Array(this.#recent.capacity).fill(Number.NaN),
      older: new Float32Array(this.#older.capacity).fill(Number.NaN),
      // The mean of nothing is NaN, from which there is no difference.
      base: Number.isFinite(value) ? value : 0,
      last: -1,
      lastOlder: -1,
    };
    const ofName = this.#series.get(name) ?? new Map<string, Series>();
    this.#series.set(name, ofName);
    ofName.set(JSON.stringify(labels), series);
    return series;
  }

  /** The scrapes from a moment to another, with the last one before them to count from. */
  window(from: number, to: number): MetricWindow {
    const recent = this.#recent.slots(from, to);
    const firstRecent = this.#recent.oldest ?? Number.POSITIVE_INFINITY;
    const older =
      from > firstRecent
        ? []
        : this.#older.slots(from, to).filter((slot) => this.#older.timeOf(slot) < firstRecent);
    return {
      times: [
        ...older.map((slot) => this.#older.timeOf(slot)),
        ...recent.map((slot) => this.#recent.timeOf(slot)),
      ],
      readable: [
        ...older.map((slot) => this.#older.isReadable(slot)),
        ...recent.map((slot) => this.#recent.isReadable(slot)),
      ],
      names: () => [...this.#series.keys()],
      series: (name, labels = {}) =>
        [...(this.#series.get(name)?.values() ?? [])]
          .filter((series) =>
            Object.entries(labels).every(([label, pattern]) =>
              // As in PromQL, a missing label is an empty one.
              matches(pattern, series.labels[label] ?? ''),
            ),
          )
          .map((series) => ({
            labels: series.labels,
            values: [
              ...older.map((slot) => series.base + (series.older[slot] ?? Number.NaN)),
              ...recent.map((slot) => series.recent[slot] ?? Number.NaN),
            ],
          })),
    };
  }
}
