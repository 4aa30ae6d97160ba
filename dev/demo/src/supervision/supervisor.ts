import { setTimeout as delay } from 'node:timers/promises';
import { type Exit, StoreError } from '@faultline/stores';
import { Backoff } from './backoff';
import type {
  Component,
  ComponentContext,
  ComponentState,
  ComponentStatus,
  RunningComponent,
} from './component';

/** After this many failed first starts, a component is not restarted any more. */
const firstAttempts = 3;
const probeMs = { starting: 100, running: 1_000 };

/** Why a component never came up. */
export class ComponentError extends Error {
  override readonly name = 'ComponentError';

  constructor(
    readonly component: string,
    readonly reason: string,
  ) {
    super(`${component} did not start: ${reason}`);
  }
}

/** Keeps one component running: starts it, watches it, and restarts it when it ends by itself. */
export class Supervisor {
  readonly #firstUp = Promise.withResolvers<void>();
  readonly #stopping = new AbortController();
  #run: Promise<void> = Promise.resolve();
  #running: RunningComponent | undefined;
  #wasUp = false;
  #graceMs = 0;
  #stopped: Promise<void> | undefined;
  #held: PromiseWithResolvers<void> | undefined;
  #state: ComponentState = 'waiting';
  #restarts = 0;
  #reason: string | undefined;

  constructor(
    readonly component: Component,
    private readonly context: ComponentContext,
    private readonly changed: () => void,
  ) {
    // If the component is stopped before `start` is called, nobody handles this promise's rejection.
    this.#firstUp.promise.catch(() => undefined);
  }

  get status(): ComponentStatus {
    return {
      state: this.#state,
      restarts: this.#restarts,
      pid: this.#running?.pid,
      reason: this.#reason,
    };
  }

  /** Resolves when the component is up for the first time; rejects with the reason if it cannot start. */
  start(): Promise<void> {
    this.#run = this.#keepRunning();
    return this.#firstUp.promise;
  }

  kill(signal: NodeJS.Signals): void {
    this.#running?.kill(signal);
  }

  /** Ends the component, and starts it again only after `release`. */
  async hold(graceMs: number): Promise<void> {
    this.#held ??= Promise.withResolvers();
    this.#graceMs = graceMs;
    await this.#running?.stop(graceMs);
  }

  release(): void {
    this.#held?.resolve();
    this.#held = undefined;
  }

  /** Stops the component finally. `graceMs` is passed to the component. Safe to call twice. */
  stop(graceMs: number): Promise<void> {
    this.#stopped ??= this.#stop(graceMs);
    return this.#stopped;
  }

  async #stop(graceMs: number): Promise<void> {
    this.#graceMs = graceMs;
    this.#set('stopping');
    this.#stopping.abort();
    this.release();
    this.#firstUp.reject(new ComponentError(this.component.name, 'it was stopped'));
    await this.#running?.stop(graceMs);
    // A start in progress is aborted, and stops what it has started.
    await this.#run;
    this.#set('stopped');
  }

  async #keepRunning(): Promise<void> {
    const backoff = new Backoff();
    for (let attempt = 1; !this.#stopping.signal.aborted; attempt += 1) {
      if (this.#held) {
        this.#set('stopped', 'switched off');
        await this.#held.promise;
        if (this.#stopping.signal.aborted) return;
      }
      const since = Date.now();
      const end = await this.#runOnce();
      if (this.#stopping.signal.aborted) return;
      if (this.#held) continue;
      if (!this.#wasUp && (end.final || attempt === firstAttempts)) {
        this.#set('stopped', end.reason);
        this.#firstUp.reject(new ComponentError(this.component.name, end.reason));
        return;
      }
      this.#restarts += 1;
      this.#set('restarting', end.reason);
      await this.#pause(backoff.after(Date.now() - since), this.#stopping.signal);
    }
  }

  /** Runs the component until it ends. `final` means that another attempt would end the same way. */
  async #runOnce(): Promise<{ reason: string; final: boolean }> {
    this.#set('starting');
    try {
      const running = await this.component.start(this.context);
      this.#running = running;
      if (this.#stopping.signal.aborted || this.#held) await running.stop(this.#graceMs);
      const watching = new AbortController();
      void this.#watch(running, watching.signal);
      const exit = await running.exited;
      watching.abort();
      return { reason: describe(exit), final: false };
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { reason, final: error instanceof StoreError && error.code !== 'START_FAILED' };
    } finally {
      this.#running = undefined;
    }
  }

  async #watch(running: RunningComponent, ended: AbortSignal): Promise<void> {
    while (!ended.aborted) {
      const ready = await running.ready();
      if (ended.aborted || this.#stopping.signal.aborted) return;
      if (ready && this.#state !== 'up') {
        this.#set('up');
        this.#wasUp = true;
        this.#firstUp.resolve();
      } else if (!ready && this.#state === 'up') {
        this.#set('not ready');
      }
      await this.#pause(this.#state === 'starting' ? probeMs.starting : probeMs.running, ended);
    }
  }

  /** Ends early, without an error, when the signal aborts. */
  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    await delay(milliseconds, undefined, { signal }).catch(() => undefined);
  }

  #set(state: ComponentState, reason = this.#reason): void {
    if (state === this.#state && reason === this.#reason) return;
    this.#state = state;
    this.#reason = reason;
    this.changed();
  }
}

const describe = ({ code, signal }: Exit): string =>
  signal === null ? `ended with exit code ${code}` : `ended by ${signal}`;
