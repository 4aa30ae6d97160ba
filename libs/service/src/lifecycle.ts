import { setTimeout as delay } from 'node:timers/promises';

type Step = () => Promise<unknown>;

/**
 * Readiness and the shutdown sequence: not ready; go on serving while callers turn elsewhere; let the last
 * requests and the background work finish; close what they used. Within a stage the newest goes first, as it
 * may use the older ones. A step that fails skips no other; `stop` rejects afterwards, with all errors.
 */
export class Lifecycle {
  readonly #readiness: Array<() => Promise<boolean>> = [];
  readonly #shutdown = new AsyncDisposableStack();
  // The stack disposes of what came last first.
  readonly #closing = this.#shutdown.use(new AsyncDisposableStack());
  readonly #drained = this.#shutdown.use(new AsyncDisposableStack());
  #stopping: Promise<void> | undefined;

  constructor(private readonly drainMilliseconds: number) {}

  /** Another thing without which no request can be served. */
  needs(ready: () => Promise<boolean>): void {
    this.#readiness.push(ready);
  }

  /** Work to finish: the last requests and what goes on behind them. */
  onDrained(step: Step): void {
    this.#drained.defer(async () => void (await step()));
  }

  /** Something to close when nothing uses it any more. */
  onClose(step: Step): void {
    this.#closing.defer(async () => void (await step()));
  }

  get draining(): boolean {
    return this.#stopping !== undefined;
  }

  async ready(): Promise<boolean> {
    if (this.draining) return false;
    const responses = await Promise.all(this.#readiness.map((ready) => ready()));
    return responses.every(Boolean) && !this.draining;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    await delay(this.drainMilliseconds);
    await this.#shutdown.disposeAsync();
  }
}
