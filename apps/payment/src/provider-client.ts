import {
  type Card,
  clientOf,
  type HttpCaller,
  type Money,
  type ProviderCharge,
  providerRoutes,
  unknownCharge,
} from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Outcome } from './ledger-repository';

export interface ProviderClient {
  /** Charges a card once per key, even if it is called again. */
  charge(key: string, total: Money, card: Card): Promise<Outcome>;
  /** The provider's record of a key; undefined if there is none. */
  find(key: string): Promise<Outcome | undefined>;
}

const outcomeOf = ({ id, declineCode }: ProviderCharge): Outcome =>
  declineCode === null
    ? { state: 'succeeded', providerReference: id }
    : { state: 'declined', reason: declineCode };

/** The payment provider as the ledger sees it. */
export const providerClient = (http: HttpCaller): ProviderClient => {
  const provider = clientOf(providerRoutes, http);
  return {
    charge: async (key, total, card) =>
      outcomeOf(
        await provider.charge({ headers: { 'idempotency-key': key }, body: { ...total, card } }),
      ),
    find: async (key) => {
      try {
        return outcomeOf(await provider.find({ params: { key } }));
      } catch (error) {
        if (error instanceof ProblemError && error.code === unknownCharge) return undefined;
        throw error;
      }
    },
  };
};
