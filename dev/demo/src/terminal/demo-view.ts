import type { LoadReading } from '../components/demo-config';
import type { Demo } from '../demo';
import { memoryOf } from '../memory';
import type { Component, ComponentStatus } from '../supervision/component';

export type Phase = 'starting' | 'running' | 'stopping' | 'stopped';

export interface Row {
  name: string;
  kind: Component['kind'];
  url: string | undefined;
  status: ComponentStatus;
}

const remembered = 3;
const memoryEveryMs = 10_000;

/** The current state of a demo, for a display. */
export class DemoView {
  readonly #startedAt = Date.now();
  readonly #notices: string[] = [];
  readonly #timer: NodeJS.Timeout;
  phase: Phase = 'starting';
  /** How long the start took, once it is done. */
  readyAfterMs: number | undefined;
  load: LoadReading | undefined;
  /** The memory of all processes; undefined if the system cannot tell. */
  memoryBytes: number | undefined;

  constructor(readonly demo: Demo) {
    demo.on('load', (reading) => {
      this.load = reading;
    });
    demo.on('notice', (line) => {
      this.#notices.push(line);
      this.#notices.splice(0, this.#notices.length - remembered);
    });
    this.#timer = setInterval(() => void this.#weigh(), memoryEveryMs);
  }

  /** The console and the services first, because users look for them. */
  get rows(): Row[] {
    const rows = this.demo.components.map(({ name, kind, url }) => ({
      name,
      kind,
      url,
      status: this.demo.process(name),
    }));
    const order: readonly Component['kind'][] = ['tool', 'service', 'store', 'load'];
    return order.flatMap((kind) => rows.filter((row) => row.kind === kind));
  }

  get notices(): readonly string[] {
    return this.#notices;
  }

  get elapsedMs(): number {
    return Date.now() - this.#startedAt;
  }

  ready(): void {
    this.phase = 'running';
    this.readyAfterMs = this.elapsedMs;
    void this.#weigh();
  }

  close(): void {
    clearInterval(this.#timer);
  }

  async #weigh(): Promise<void> {
    // All components are children of this process.
    this.memoryBytes = await memoryOf([process.pid]);
  }
}

/** Shows a demo to the person who started it. */
export interface Display {
  /** All components are up. */
  ready(): void;
  stopping(): void;
  stopped(): void;
  /** Nothing more will be shown. */
  close(): void;
}
