import exec from 'k6/execution';
import {
  addressOf,
  chooseJourney,
  type Journey,
  journeys,
  seededRandom,
} from '../../src/journeys/index.ts';
import { k6Client } from './client.ts';
import { countFailedPayments, countJourney } from './metrics.ts';
import { NoResponse } from './no-response.ts';
import { numberFrom, originFrom, wholeNumberFrom } from './settings.ts';
import { k6Shopper } from './shopper.ts';
import { tell } from './tell.ts';

interface Visit {
  /** The time that shoppers think, relative to what is usual. */
  thinkScale: number;
  /** The journey of shopper `number`, counted from 1; by the journeys' weights if not given. */
  journeyOf?: (number: number) => Journey | undefined;
}

const origin = originFrom('BASE_URL', 'http://127.0.0.1:8080');
/** The same seed makes the same choices: two runs can be compared. */
const seed = wholeNumberFrom('SEED', { usual: 1, least: 0, most: 2 ** 32 - 1 });

export const thinkScaleFrom = (usual: number): number =>
  numberFrom('THINK_SCALE', { usual, least: 0, most: 100 });

/** What k6 does in each iteration: a new shopper comes and makes one journey. */
export const visits =
  ({ thinkScale, journeyOf }: Visit) =>
  async (): Promise<void> => {
    const number = exec.scenario.iterationInTest + 1;
    const random = seededRandom(seed + number);
    const drawn = chooseJourney(journeys, random());
    const journey = journeyOf?.(number) ?? drawn;
    const client = k6Client(origin, addressOf(number));
    try {
      await journey.run(k6Shopper({ number, client, random, thinkScale }));
      countJourney(journey, 'succeeded');
    } catch (error) {
      if (error instanceof NoResponse && error.wasCut) return;
      // One shopper's failure is a result and not the end of the run.
      countJourney(journey, 'failed');
      const requestId = client.lastRequestId();
      tell({ journey: journey.name, error, requestId, secrets: client.secrets() });
    }
    countFailedPayments(client.failedPayments());
  };
