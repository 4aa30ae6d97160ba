import { setTimeout as delay } from 'node:timers/promises';
import type { Part, PartContext } from './part';
import type { PartState, PartStatus } from './status';
import { Supervisor } from './supervisor';

/** After this long, what is not a store is killed, so that the stores still end in order. */
const servicesMs = 6_000;
/** After this long, everything is. */
const allMs = 9_000;
const stateEveryMs = 50;

/** All parts of a demo: started when what they need is up, stopped when nobody uses them any more. */
export class Fleet {
  readonly #supervisors: ReadonlyMap<string, Supervisor>;
  #stopping = false;

  /** `parts` come in the order of their start. `changed` hears the name of a part that changed. */
  constructor(
    readonly parts: readonly Part[],
    contextOf: (part: Part) => PartContext,
    changed: (name: string) => void,
  ) {
    this.#supervisors = new Map(
      parts.map((part) => [
        part.name,
        new Supervisor(part, contextOf(part), () => changed(part.name)),
      ]),
    );
  }

  /** Throws when there is no such part. */
  status(name: string): PartStatus {
    return this.#supervisor(name).status;
  }

  kill(name: string, signal: NodeJS.Signals): void {
    this.#supervisor(name).kill(signal);
  }

  /** Ends a part until `release`. */
  hold(name: string): Promise<void> {
    return this.#supervisor(name).hold(servicesMs);
  }

  release(name: string): void {
    this.#supervisor(name).release();
  }

  /** Ends a part and starts it again at once. Resolves when it is up, or when all parts stop. */
  async restart(name: string): Promise<void> {
    await this.hold(name);
    await this.#until(name, 'stopped');
    this.release(name);
    await this.#until(name, 'up');
  }

  async #until(name: string, state: PartState): Promise<void> {
    while (!this.#stopping && this.status(name).state !== state) await delay(stateEveryMs);
  }

  killAll(): void {
    for (const supervisor of this.#supervisors.values()) supervisor.kill('SIGKILL');
  }

  /** Resolves when all parts are up. Rejects with the first part's name and reason that cannot be. */
  async start(): Promise<void> {
    const up = new Map<string, Promise<void>>();
    for (const { name, startsAfter } of this.parts) {
      const before = startsAfter.map((earlier) => up.get(earlier));
      const supervisor = this.#supervisor(name);
      up.set(
        name,
        Promise.all(before).then(() => supervisor.start()),
      );
    }
    await Promise.all(up.values());
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const services = setTimeout(() => this.#cutShort(({ kind }) => kind !== 'store'), servicesMs);
    const all = setTimeout(() => this.#cutShort(() => true), allMs);
    const stopped = new Map<string, Promise<void>>();
    const stopOf = (part: Part): Promise<void> => {
      const known = stopped.get(part.name);
      if (known) return known;
      const users = this.parts.filter(({ uses }) => uses.includes(part.name));
      const stopping = Promise.all(users.map(stopOf)).then(() =>
        this.#supervisor(part.name).stop(servicesMs),
      );
      stopped.set(part.name, stopping);
      return stopping;
    };
    try {
      await Promise.all(this.parts.map(stopOf));
    } finally {
      clearTimeout(services);
      clearTimeout(all);
    }
  }

  #cutShort(chosen: (part: Part) => boolean): void {
    for (const { name } of this.parts.filter(chosen)) {
      // Without this, one whose turn has not come would be started again.
      void this.#supervisor(name).stop(0);
      this.kill(name, 'SIGKILL');
    }
  }

  #supervisor(name: string): Supervisor {
    const supervisor = this.#supervisors.get(name);
    if (!supervisor) throw new Error(`there is no part ${name} in this demo`);
    return supervisor;
  }
}
