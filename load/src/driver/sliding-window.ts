import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';

export type WindowCount = 'started' | 'succeeded' | 'failed' | 'dropped';

export interface WindowReading {
  /** The time that the reading covers, which is less than the window at first. */
  seconds: number;
  counts: Readonly<Record<WindowCount, number>>;
  /** Percentiles of the response times in milliseconds; 0 without responses. */
  latency: { p50: number; p95: number; p99: number };
}

interface Slot {
  second: number;
  counts: Record<WindowCount, number>;
  latency: RecordableHistogram;
}

const longestMicroseconds = 60_000_000;

/** Node's own HDR histogram: native, 30 kB for 1 µs to 60 s at two digits, and mergeable. */
const histogram = (): RecordableHistogram =>
  createHistogram({ lowest: 1, highest: longestMicroseconds, figures: 2 });

const zeroes = (): Record<WindowCount, number> => ({
  started: 0,
  succeeded: 0,
  failed: 0,
  dropped: 0,
});

/** Counts and latencies of the last seconds, with one slot per second. Memory does not grow with the load. */
export class SlidingWindow {
  readonly #slots: Slot[];
  readonly #merged = histogram();
  readonly #startedAt: number;

  /** `now` returns milliseconds of a monotonic clock. */
  constructor(
    readonly length: number,
    readonly now: () => number = () => performance.now(),
  ) {
    this.#startedAt = now();
    this.#slots = Array.from({ length: Math.ceil(length) }, () => ({
      second: Number.NEGATIVE_INFINITY,
      counts: zeroes(),
      latency: histogram(),
    }));
  }

  count(kind: WindowCount): void {
    const slot = this.#current();
    if (slot) slot.counts[kind] += 1;
  }

  record(milliseconds: number): void {
    const microseconds = Math.round(milliseconds * 1000);
    this.#current()?.latency.record(Math.min(longestMicroseconds, Math.max(1, microseconds)));
  }

  read(): WindowReading {
    const age = this.#age();
    const oldest = Math.floor(age) - this.#slots.length;
    const counts = zeroes();
    this.#merged.reset();
    for (const slot of this.#slots) {
      if (slot.second <= oldest) continue;
      counts.started += slot.counts.started;
      counts.succeeded += slot.counts.succeeded;
      counts.failed += slot.counts.failed;
      counts.dropped += slot.counts.dropped;
      this.#merged.add(slot.latency);
    }
    return {
      seconds: Math.min(age, age - oldest - 1),
      counts,
      latency: { p50: this.#percentile(50), p95: this.#percentile(95), p99: this.#percentile(99) },
    };
  }

  #percentile(percent: number): number {
    return this.#merged.count === 0 ? 0 : this.#merged.percentile(percent) / 1000;
  }

  #age(): number {
    return (this.now() - this.#startedAt) / 1000;
  }

  /** The slot of this second, emptied if it last served an earlier one. */
  #current(): Slot | undefined {
    const second = Math.floor(this.#age());
    const slot = this.#slots[second % this.#slots.length];
    if (slot && slot.second !== second) {
      slot.second = second;
      slot.counts = zeroes();
      slot.latency.reset();
    }
    return slot;
  }
}
