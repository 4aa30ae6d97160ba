import { setTimeout as delay } from 'node:timers/promises';
import type { Component, ComponentContext, ComponentState, ComponentStatus } from './component';
import { Supervisor } from './supervisor';

/** After this time, all components but stores and tools are killed, so that these can still stop gracefully. */
const servicesMs = 6_000;
/** After this time, all components are killed. */
const allMs = 9_000;
const stateEveryMs = 50;

/** All components of a demo. Each starts when its dependencies are up, and stops after its dependents. */
export class ComponentGroup {
  readonly #supervisors: ReadonlyMap<string, Supervisor>;
  #stopping = false;

  /** `components` are in the order of their start. `changed` is called with the name of a component that changed. */
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

  /** Throws if there is no such component. */
  status(name: string): ComponentStatus {
    return this.#supervisor(name).status;
  }

  kill(name: string, signal: NodeJS.Signals): void {
    this.#supervisor(name).kill(signal);
  }

  /** Stops a component until `release`. */
  hold(name: string): Promise<void> {
    return this.#supervisor(name).hold(servicesMs);
  }

  release(name: string): void {
    this.#supervisor(name).release();
  }

  /** Restarts a component. Resolves when it is up, or when all components stop. */
  async restart(name: string): Promise<void> {
    await this.hold(name);
    await this.#until(name, 'stopped');
    this.release(name);
    await this.#until(name, 'up');
  }

  async #until(name: string, state: ComponentState): Promise<void> {
    while (!this.#stopping && this.status(name).state !== state) await delay(stateEveryMs);
  }

  killAll(): void {
    for (const supervisor of this.#supervisors.values()) supervisor.kill('SIGKILL');
  }

  /** Resolves when all components are up. Rejects with the name of the first component that cannot start, and the reason. */
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
    const services = setTimeout(
      () => this.#cutShort(({ kind }) => kind === 'service' || kind === 'load'),
      servicesMs,
    );
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
      // Otherwise a component that has not been stopped yet would be restarted.
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
