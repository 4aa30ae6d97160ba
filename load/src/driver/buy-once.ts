import { buy, seededRandom } from '../journeys';
import { connectionsTo, nodeClient } from '../node-client';
import { nodeShopper } from './node-shopper';

export interface BuyOnceOptions {
  /** The base URL of the shop. */
  origin: string;
  /** Sent as `X-Forwarded-For`; tells the purchase from those of shoppers. */
  address: string;
  userAgent: string;
  /** The purchase; each number buys other products. */
  number: number;
  timeoutSeconds: number;
  /** Ends the purchase where it is. */
  signal: AbortSignal;
}

/** Buys something as a new shopper without pauses. Rejects when a response is missing or wrong. */
export const buyOnce = async (options: BuyOnceOptions): Promise<void> => {
  const { origin, address, userAgent, number, timeoutSeconds, signal } = options;
  const connections = connectionsTo(origin);
  const cut = () => void connections.destroy();
  signal.addEventListener('abort', cut, { once: true });
  const client = nodeClient({
    connections,
    origin,
    address,
    headers: { 'user-agent': userAgent },
    timeoutSeconds,
    onOutcome: () => undefined,
  });
  try {
    await buy(
      nodeShopper({
        number,
        client,
        random: seededRandom(number),
        thinkScale: 0,
        closing: AbortSignal.abort(),
      }),
    );
  } finally {
    signal.removeEventListener('abort', cut);
    await connections.destroy();
  }
};
