import { setTimeout as delay } from 'node:timers/promises';
import {
  consoleRoutes,
  type Incident,
  IncidentExplanation,
  IncidentList,
} from '@faultline/contracts/console';
import type { Alert } from '@faultline/slo';
import { Parse } from 'typebox/value';

const lookEvery = 500;

/** Follows the incidents of a console, until it is stopped. */
export class ConsoleIncidents {
  readonly #stopping = new AbortController();
  #incidents: readonly Incident[] = [];
  readonly #done: Promise<void>;

  constructor(private readonly url: string) {
    this.#done = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  /** The incident that an alert belongs to that fired at some time since a moment. */
  of({ name, component }: Alert, since: number): Incident | undefined {
    return this.#incidents.find(({ alerts }) =>
      alerts.some(
        (each) =>
          each.name === name &&
          each.component === component &&
          (each.resolved === undefined || each.resolved >= since),
      ),
    );
  }

  /** Whether an incident is not over yet: what is wrong next could become a part of it. */
  isOneOpen(): boolean {
    return this.#incidents.some(({ state }) => state !== 'resolved');
  }

  /** The components that the console suspects, the most likely first. */
  async suspects({ id }: Incident): Promise<string[]> {
    const path = consoleRoutes.explanation.path.replace(':id', String(id));
    const response = await fetch(`${this.url}${path}`);
    const { suspects } = Parse(IncidentExplanation, await response.json());
    return suspects.map(({ component }) => component);
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      // A console that does not answer says nothing.
      const incidents = await this.#read(signal).catch(() => undefined);
      if (incidents) this.#incidents = incidents;
      await delay(lookEvery, undefined, { signal }).catch(() => undefined);
    }
  }

  async #read(signal: AbortSignal): Promise<readonly Incident[]> {
    const response = await fetch(`${this.url}${consoleRoutes.incidents.path}?limit=1000`, {
      signal,
    });
    return Parse(IncidentList, await response.json()).items;
  }
}
