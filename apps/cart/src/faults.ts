import { catalogue, type Faults } from '@faultline/faults';
import type { ServiceApp } from '@faultline/service';
import { type CartRepository, cartRepository } from './cart-repository';
import { pauseAgainAndAgain } from './faults/pause';
import { cutOff, followAgain } from './faults/replica';

interface Seams {
  carts: CartRepository;
  app: Pick<ServiceApp, 'faults' | 'log' | 'redis'>;
  url: string;
  replicaUrl: string | undefined;
  ttlSeconds: number;
}

/** Whether the replica is read although it does not follow: without the guard, nobody notices. */
export const readsStaleReplica = (faults: Faults) => (): boolean =>
  faults.active(catalogue.replicaStale) !== undefined;

/** The faults of cart, bound to its repository and its servers. */
export const withFaults = ({ carts, app, url, replicaUrl, ttlSeconds }: Seams): CartRepository => {
  const { faults, log } = app;
  faults.whileOn(catalogue.cartStoreSlow, ({ delay }, ended) =>
    pauseAgainAndAgain(url, delay, ended),
  );
  if (replicaUrl !== undefined) {
    faults.whileOn(catalogue.replicaStale, (_, ended) => cutOff(replicaUrl, ended));
    // An instance that was killed meanwhile could not put it right.
    if (!faults.active(catalogue.replicaStale)) void followAgain(replicaUrl);
  }

  let misdirected: CartRepository | undefined;
  const onReplica = (address: string): CartRepository => {
    misdirected ??= cartRepository(
      app.redis('cart-data', address, { monitored: false }),
      ttlSeconds,
    );
    return misdirected;
  };
  const flood = (cart: Awaited<ReturnType<CartRepository['read']>>): typeof cart => {
    const flooding = faults.active(catalogue.logFlood);
    for (let line = 0; line < (flooding?.lines ?? 0); line += 1)
      log.info({ line, items: cart.items.length }, 'cart-line-read');
    return cart;
  };

  return {
    ...carts,
    read: async (session) => flood(await carts.read(session)),
    takeOut: (session, bought) =>
      replicaUrl !== undefined && faults.active(catalogue.cartNotCleared)
        ? onReplica(replicaUrl).takeOut(session, bought)
        : carts.takeOut(session, bought),
  };
};
