import { setTimeout as delay } from 'node:timers/promises';
import { consoleRoutes, Overview } from '@faultline/contracts/console';
import type { UnhealthyComponent } from '@faultline/slo';
import { Parse } from 'typebox/value';

/** Something that the map of the console said of a component, at a time in ms since 1970. */
interface Statement {
  at: number;
  component: string;
  state: 'red' | 'amber';
  rule: string;
  words: string;
  value: number | undefined;
}

const lookEvery = 250;

/** Follows the service map of a console, until it is stopped. */
export class ConsoleMap {
  readonly #stopping = new AbortController();
  readonly #statements: Statement[] = [];
  readonly #done: Promise<void>;

  constructor(private readonly url: string) {
    this.#done = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  /** Whether a component was shown as unhealthy by a rule, with words, since a moment. */
  said({ component, rule }: UnhealthyComponent, since: number): Statement | undefined {
    return this.#statements.findLast(
      (each) =>
        each.at >= since && each.component === component && each.rule === rule && each.words !== '',
    );
  }

  /** When a component was shown in red first, by whatever rule, since a moment. */
  turnedRed(since: number): number | undefined {
    return this.#statements.find(({ at, state }) => at >= since && state === 'red')?.at;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#stopping;
    while (!signal.aborted) {
      // A console that does not answer says nothing.
      const overview = await this.#read(signal).catch(() => undefined);
      for (const { name, state, reasons } of overview?.components ?? [])
        if (state === 'red' || state === 'amber')
          for (const { rule, words, value } of reasons)
            this.#statements.push({ at: Date.now(), component: name, state, rule, words, value });
      await delay(lookEvery, undefined, { signal }).catch(() => undefined);
    }
  }

  async #read(signal: AbortSignal): Promise<Overview> {
    const response = await fetch(`${this.url}${consoleRoutes.overview.path}`, { signal });
    return Parse(Overview, await response.json());
  }
}
