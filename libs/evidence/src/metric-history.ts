import type { ServiceName, ToolName } from '@faultline/topology';
import type { HistorySize, MetricWindow, Scrape } from './scrape';
import { type SavedTarget, TargetHistory } from './target-history';

/** Whoever has a page of metrics. */
export type ScrapeTarget = ServiceName | ToolName;

const nothing: MetricWindow = {
  times: [],
  readable: [],
  names: () => [],
  series: () => [],
};

/** The last scrapes of all targets. */
export class MetricHistory {
  readonly #targets = new Map<ScrapeTarget, TargetHistory>();

  constructor(private readonly size: HistorySize = { scrapes: 600 }) {}

  add(target: ScrapeTarget, scrape: Scrape): void {
    const history = this.#targets.get(target) ?? new TargetHistory(this.size);
    this.#targets.set(target, history);
    history.add(scrape);
  }

  /** The scrapes of a target from a moment to another, with the last one before them to count from. */
  window(target: ScrapeTarget, from: number, to = Number.POSITIVE_INFINITY): MetricWindow {
    return this.#targets.get(target)?.window(from, to) ?? nothing;
  }

  /** The time of a target's oldest scrape. */
  since(target: ScrapeTarget): number | undefined {
    return this.#targets.get(target)?.since;
  }

  /** How many series there are of a target. */
  seriesCount(target: ScrapeTarget): number {
    return this.#targets.get(target)?.seriesCount ?? 0;
  }

  /** A target's history as data that can be serialized; it shares memory with the history. */
  save(target: ScrapeTarget): SavedTarget | undefined {
    return this.#targets.get(target)?.save();
  }

  /** Replaces a target's history by one that was saved; false if it was of another size. */
  restore(target: ScrapeTarget, saved: SavedTarget): boolean {
    const history = TargetHistory.from(this.size, saved);
    if (history) this.#targets.set(target, history);
    return history !== undefined;
  }
}
