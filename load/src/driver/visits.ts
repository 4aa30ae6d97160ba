import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { addressOf, chooseJourney, type Journey, type Shopper, seededRandom } from '../journeys';
import { connectionsTo, type NodeClient, nodeClient } from '../node-client';
import { reasonOf } from './failures';
import { nodeShopper } from './node-shopper';
import type { LoadSettings } from './options';
import type { Results } from './results';

/** The running journeys. */
export class Visits {
  readonly #running = new Set<Promise<void>>();
  readonly #closing = new AbortController();
  readonly #connections;
  #shoppers = 0;
  #cutting = false;

  constructor(
    readonly origin: string,
    readonly settings: LoadSettings,
    readonly results: Results,
  ) {
    this.#connections = connectionsTo(origin);
    // Every pausing shopper listens for the stop.
    setMaxListeners(0, this.#closing.signal);
  }

  get running(): number {
    return this.#running.size;
  }

  /** Starts the next journey, or drops it if the maximum is reached. */
  welcome(): void {
    this.#shoppers += 1;
    const random = seededRandom(this.settings.seed + this.#shoppers);
    const journey = chooseJourney(this.settings.journeys, random());
    if (this.running >= this.settings.maxRunning) {
      this.results.count(journey.name, 'dropped');
      return;
    }
    this.results.count(journey.name, 'started');
    const client = this.#client(this.#shoppers);
    const shopper = nodeShopper({
      number: this.#shoppers,
      client,
      random,
      thinkScale: this.settings.thinkScale,
      closing: this.#closing.signal,
    });
    const visit = this.#visit(journey, shopper, client);
    this.#running.add(visit);
    void visit.then(() => this.#running.delete(visit));
  }

  /** Waits for all journeys to end; after `graceSeconds` it closes their connections. */
  async close(graceSeconds: number): Promise<void> {
    this.#closing.abort();
    const patience = new AbortController();
    const closed = delay(graceSeconds * 1000, undefined, { signal: patience.signal }).then(
      () => {
        this.#cutting = true;
        return this.#connections.destroy();
      },
      // All journeys ended within `graceSeconds`.
      () => this.#connections.close(),
    );
    await Promise.all(this.#running);
    patience.abort();
    await closed;
  }

  async #visit(journey: Journey, shopper: Shopper, client: NodeClient): Promise<void> {
    try {
      await journey.run(shopper);
      this.results.count(journey.name, 'succeeded');
    } catch (error) {
      if (this.#cutting) this.results.count(journey.name, 'cut');
      else {
        this.results.fail(journey.name, error, client.lastRequestId());
        this.settings.onFailure({ journey: journey.name, reason: reasonOf(error) });
      }
    }
  }

  #client(number: number): NodeClient {
    return nodeClient({
      connections: this.#connections,
      origin: this.origin,
      address: addressOf(number),
      timeoutSeconds: this.settings.requestTimeoutSeconds,
      onOutcome: (outcome) => {
        this.results.request(outcome);
        this.settings.onRequest(outcome);
      },
    });
  }
}
