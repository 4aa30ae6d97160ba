import { setTimeout as delay } from 'node:timers/promises';

type Step = () => Promise<unknown>;

/**
 * The way down, in order: not ready; go on serving while callers turn elsewhere; let the last
 * requests and the background work finish; close what they used. Within a stage the newest goes
 * first, as it may use the older ones.
 */
export class Lifecycle {
  readonly #readiness: Array<() => Promise<boolean>> = [];
  readonly #drained: Step[] = [];
  readonly #closing: Step[] = [];
  #stopping: Promise<void> | undefined;

  constructor(private readonly drainMilliseconds: number) {}

  /** Another thing without which no request can be served. */
  needs(ready: () => Promise<boolean>): void {
    this.#readiness.push(ready);
  }

  /** Work to finish: the last requests and what goes on behind them. */
  onDrained(step: Step): void {
    this.#drained.unshift(step);
  }

  /** Something to close when nothing uses it any more. */
  onClose(step: Step): void {
    this.#closing.unshift(step);
  }

  get draining(): boolean {
    return this.#stopping !== undefined;
  }

  async ready(): Promise<boolean> {
    if (this.draining) return false;
    const answers = await Promise.all(this.#readiness.map((ready) => ready()));
    return answers.every(Boolean) && !this.draining;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    await delay(this.drainMilliseconds);
    for (const step of [...this.#drained, ...this.#closing]) await step();
  }
}
