import { setTimeout as delay } from 'node:timers/promises';
import type { Component, ComponentContext } from './component';
import type { PartState, PartStatus } from './status';
import { Supervisor } from './supervisor';

/** After this long, what is not a store is killed, so that the stores still end in order. */
const servicesMs = 6_000;
/** After this long, everything is. */
const allMs = 9_000;
const stateEveryMs = 50;

/** All components of a demo: started when what they need is up, stopped when nobody uses them any more. */
export class ComponentGroup {
  readonly #supervisors: ReadonlyMap<string, Supervisor>;
  #stopping = false;

  /** `components` come in the order of their start. `changed` hears the name of a component that changed. */
  constructor(
    readonly components: readonly Component[],
    contextOf: (component: Component) => ComponentContext,
    changed: (name: string) => void,
  ) {
    this.#supervisors = new Map(
      components.map((component) => [
        component.name,
        new Supervisor(component, contextOf(component), () => changed(component.name)),
      ]),
    );
  }

  /** Throws when there is no such component. */
  status(name: string): PartStatus {
    return this.#supervisor(name).status;
  }

  kill(name: string, signal: NodeJS.Signals): void {
    this.#supervisor(name).kill(signal);
  }

  /** Ends a component until `release`. */
  hold(name: string): Promise<void> {
    return this.#supervisor(name).hold(servicesMs);
  }

  release(name: string): void {
    this.#supervisor(name).release();
  }

  /** Ends a component and starts it again at once. Resolves when it is up, or when all components stop. */
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

  /** Resolves when all components are up. Rejects with the first component's name and reason that cannot be. */
  async start(): Promise<void> {
    const up = new Map<string, Promise<void>>();
    for (const { name, startsAfter } of this.components) {
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
    const stopOf = (component: Component): Promise<void> => {
      const known = stopped.get(component.name);
      if (known) return known;
      const users = this.components.filter(({ uses }) => uses.includes(component.name));
      const stopping = Promise.all(users.map(stopOf)).then(() =>
        this.#supervisor(component.name).stop(servicesMs),
      );
      stopped.set(component.name, stopping);
      return stopping;
    };
    try {
      await Promise.all(this.components.map(stopOf));
    } finally {
      clearTimeout(services);
      clearTimeout(all);
    }
  }

  #cutShort(chosen: (component: Component) => boolean): void {
    for (const { name } of this.components.filter(chosen)) {
      // Without this, one whose turn has not come would be started again.
      void this.#supervisor(name).stop(0);
      this.kill(name, 'SIGKILL');
    }
  }

  #supervisor(name: string): Supervisor {
    const supervisor = this.#supervisors.get(name);
    if (!supervisor) throw new Error(`there is no component ${name} in this demo`);
    return supervisor;
  }
}
