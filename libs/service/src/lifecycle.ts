import { setTimeout as delay } from 'node:timers/promises';

type Step = () => Promise<unknown>;

/**
 * Readiness and the shutdown sequence: 1. not ready, but still serving until callers notice; 2. the last
 * requests and the background work finish; 3. the resources that they used close. Within a stage the newest step
 * runs first, because it may use older ones. All steps run even if one fails; `stop` then rejects with all errors.
 */
export class Lifecycle {
  readonly #readiness: Array<() => Promise<boolean>> = [];
  readonly #shutdown = new AsyncDisposableStack();
  // The stack disposes in reverse order: `#drained` before `#closing`.
  readonly #closing = this.#shutdown.use(new AsyncDisposableStack());
  readonly #drained = this.#shutdown.use(new AsyncDisposableStack());
  #stopping: Promise<void> | undefined;

  constructor(private readonly drainMilliseconds: number) {}

  /** Adds a condition of readiness. */
  needs(ready: () => Promise<boolean>): void {
    this.#readiness.push(ready);
  }

  /** Adds a step that finishes work: the last requests and background work. */
  onDrained(step: Step): void {
    this.#drained.defer(async () => void (await step()));
  }

  /** Adds a step that closes a resource, after all work has finished. */
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
