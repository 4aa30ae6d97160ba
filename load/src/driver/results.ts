import type { RequestOutcome } from '../node-client';
import { Failures } from './failures';
import { SlidingWindow } from './sliding-window';
import type { JourneyCounts, LoadSnapshot, StatusClass } from './snapshot';

const noCounts = (): JourneyCounts => ({
  started: 0,
  succeeded: 0,
  failed: 0,
  dropped: 0,
  cut: 0,
});

/** Counts journeys and requests by outcome. */
export class Results {
  readonly #startedAt = performance.now();
  readonly #window: SlidingWindow;
  readonly #totals = noCounts();
  readonly #journeys: Record<string, JourneyCounts>;
  readonly #requests: Record<string, Partial<Record<StatusClass, number>>> = {};
  readonly #failures = new Failures();

  /** Every journey is listed from the start, with zeroes. */
  constructor(journeys: readonly string[], windowSeconds: number) {
    this.#journeys = Object.fromEntries(journeys.map((name) => [name, noCounts()]));
    this.#window = new SlidingWindow(windowSeconds);
  }

  count(journey: string, kind: keyof JourneyCounts): void {
    this.#totals[kind] += 1;
    const counts = this.#journeys[journey];
    if (counts) counts[kind] += 1;
    if (kind !== 'cut') this.#window.count(kind);
  }

  fail(journey: string, error: unknown, requestId: string | undefined): void {
    this.count(journey, 'failed');
    this.#failures.add(journey, error, requestId);
  }

  request({ name, status, milliseconds }: RequestOutcome): void {
    const responses = this.#requests[name] ?? {};
    this.#requests[name] = responses;
    const kind = classOf(status);
    responses[kind] = (responses[kind] ?? 0) + 1;
    this.#window.record(milliseconds);
  }

  snapshot(running: number): LoadSnapshot {
    const { seconds, counts, latency } = this.#window.read();
    const ended = counts.succeeded + counts.failed;
    return {
      elapsedSeconds: (performance.now() - this.#startedAt) / 1000,
      running,
      windowSeconds: seconds,
      arrivalsPerSecond: counts.started / seconds,
      journeysPerSecond: ended / seconds,
      failureRatio: ended === 0 ? 0 : counts.failed / ended,
      latency,
      totals: { ...this.#totals },
      journeys: structuredClone(this.#journeys),
      requests: structuredClone(this.#requests),
      failures: this.#failures.list(),
    };
  }
}

const classOf = (status: number | undefined): StatusClass => {
  if (status === undefined) return 'none';
  if (status < 200) return '1xx';
  if (status < 300) return '2xx';
  if (status < 400) return '3xx';
  return status < 500 ? '4xx' : '5xx';
};
