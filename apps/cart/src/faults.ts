import type { FaultBindings } from '@faultline/faults';
import type { StoreApp } from '@faultline/service';
import { connectRedis } from '@faultline/service/redis';
import { type CartRepository, cartRepository } from './cart-repository';
import { pauseAgainAndAgain } from './faults/pause';
import { cutOff, followAgain } from './faults/replica';

interface Parts {
  app: StoreApp;
  url: string;
  replicaUrl: string | undefined;
  ttlSeconds: number;
}

interface Seams {
  carts: CartRepository;
  /** The read options of its store. */
  reading: { readsStaleReplica?: () => boolean };
}

const lackingReplica = { lacks: 'replica of cart-data' };

/** The faults of cart, bound to its repository and its Redis servers. */
export const cartFaults = ({
  app,
  url,
  replicaUrl,
  ttlSeconds,
}: Parts): FaultBindings<'cart', Seams> => ({
  cartStoreSlow: { hold: ({ pause }, holding) => pauseAgainAndAgain(url, pause, holding) },
  replicaStale:
    replicaUrl === undefined
      ? lackingReplica
      : {
          hold: (_, holding) => cutOff(replicaUrl, holding),
          restore: () => followAgain(replicaUrl),
          // Disables the guard that would read the primary instead and so hide the fault.
          around: (active) => ({
            reading: () => ({ readsStaleReplica: () => active() !== undefined }),
          }),
        },
  cartNotCleared:
    replicaUrl === undefined
      ? lackingReplica
      : {
          around: (active) => {
            let misdirected: CartRepository | undefined;
            const onReplica = (): CartRepository => {
              misdirected ??= cartRepository(
                connectRedis(app, 'cart-data', replicaUrl, { monitored: false }),
                ttlSeconds,
              );
              return misdirected;
            };
            return {
              carts: (carts) => ({
                takeOut: (session, bought) =>
                  (active() ? onReplica() : carts).takeOut(session, bought),
              }),
            };
          },
        },
  logFlood: {
    around: (active) => ({
      carts: (carts) => ({
        read: async (session) => {
          const cart = await carts.read(session);
          const lines = active()?.lines ?? 0;
          for (let line = 0; line < lines; line += 1)
            app.log.info({ line, items: cart.items.length }, 'cart-line-read');
          return cart;
        },
      }),
    }),
  },
});
