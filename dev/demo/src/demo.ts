import { EventEmitter } from 'node:events';
import type { Faults } from '@faultline/faults';
import {
  adminPortOffset,
  type ServiceName,
  type StoreName,
  servicePort,
  serviceUrl,
  storeUrl,
} from '@faultline/topology';
import type { ComponentLogs } from './component-logs';
import type { LoadReading } from './components/demo-config';
import { DemoError } from './demo-error';
import { bindFaults } from './faults/bind-faults';
import { restartWhatIsAsked } from './faults/restarts';
import { tellProblems } from './faults/tell-problems';
import type { Lock } from './guards/lock';
import type { Layout } from './layout';
import type { Component, ComponentStatus } from './supervision/component';
import { ComponentGroup } from './supervision/component-group';
import { ComponentError } from './supervision/supervisor';

export interface DemoEvents {
  /** The status of the component of this name changed. */
  change: [name: string];
  /** The load's report, each second. */
  load: [reading: LoadReading];
  /** A notice for the user of the demo, one line. */
  notice: [line: string];
  /** Output of a component. */
  output: [name: string, chunk: Buffer];
}

export interface DemoContents {
  portBase: number;
  components: readonly Component[];
  logs: ComponentLogs;
  lock: Lock;
  /** The directory of the switches of faults; without it, no fault can be switched. */
  switches?: Pick<Layout, 'faults' | 'restarts'>;
}

/** Much longer than a start takes on a slow machine. */
const startMs = 60_000;

/** One demo on this machine: stores, services and shoppers. */
export class Demo extends EventEmitter<DemoEvents> {
  readonly #contents: DemoContents;
  readonly #group: ComponentGroup;
  #faults: Faults | undefined;
  #restarts: { stop(): void } | undefined;
  #problems: { stop(): void } | undefined;
  #stopping: Promise<void> | undefined;

  constructor(contents: DemoContents) {
    super();
    this.#contents = contents;
    this.#group = new ComponentGroup(
      contents.components,
      ({ name }) => contents.logs.contextFor(name),
      (name) => this.emit('change', name),
    );
  }

  /** Everything that runs, in the order of its start. */
  get components(): readonly Component[] {
    return this.#contents.components;
  }

  get portBase(): number {
    return this.#contents.portBase;
  }

  /** The base URL of a service, without a trailing slash. */
  url(service: ServiceName): string {
    return serviceUrl(service, this.portBase);
  }

  adminUrl(service: ServiceName): string {
    return `http://127.0.0.1:${servicePort(service, this.portBase) + adminPortOffset}`;
  }

  storeUrl(store: StoreName): string {
    return storeUrl(store, this.portBase);
  }

  /** The process of a component; throws if this demo has no component of that name. */
  process(name: string): ComponentStatus {
    return this.#group.status(name);
  }

  /** Sends a signal to the process of a component, which restarts if it ends. */
  kill(name: string, signal: NodeJS.Signals): void {
    this.#group.kill(name, signal);
  }

  /** The log file of a component. */
  logFile(name: string): string {
    return this.#contents.logs.file(name);
  }

  /** Resolves when all components are up. Else stops them and rejects with a DemoError. */
  async start(): Promise<void> {
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new Error('late')), startMs);
    try {
      await Promise.race([this.#group.start(), late.promise]);
      await this.#listen();
    } catch (error) {
      const explained = this.#explain(error);
      await this.stop();
      throw explained;
    } finally {
      clearTimeout(timer);
    }
  }

  /** Stops all components within 10 seconds, each before its dependencies. Safe to call twice. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  /** Kills all processes at once; `stop` must still release the other resources. */
  killAll(): void {
    this.#group.killAll();
  }

  async #listen(): Promise<void> {
    const { switches } = this.#contents;
    if (!switches) return;
    this.#faults = await bindFaults(switches.faults, this.#group);
    this.#restarts = restartWhatIsAsked(switches.restarts, this.#group);
    this.#problems = tellProblems(switches.faults, this.portBase, (line) =>
      this.emit('notice', line),
    );
  }

  async #stop(): Promise<void> {
    this.#restarts?.stop();
    this.#problems?.stop();
    await this.#faults?.stop();
    await this.#group.stop();
    this.#contents.logs.close();
    await this.#contents.lock.release();
  }

  #explain(error: unknown): DemoError {
    if (error instanceof ComponentError) {
      return new DemoError(`${error.message} (${this.#lastLogLine(error.component)})`);
    }
    const missing = this.components.filter(({ name }) => this.process(name).state !== 'up');
    const words = missing.map(({ name }) => `${name} (${this.#lastLogLine(name)})`);
    return new DemoError(`Not up after ${startMs / 1000} s: ${words.join(', ')}`);
  }

  #lastLogLine(name: string): string {
    const last = this.#contents.logs.lastLine(name);
    return `${this.logFile(name)} ${last ? `ends with: ${last}` : 'is empty'}`;
  }
}
