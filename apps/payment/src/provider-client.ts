import type { Card, HttpCaller, Money } from '@faultline/contracts';
import { ProblemError } from '@faultline/service';
import type { Outcome } from './ledger-repository';
import { ProviderCharge, unknownCharge } from './provider-api';

export interface ProviderClient {
  /** Charges a card once for each key, however often it is called. */
  charge(key: string, total: Money, card: Card): Promise<Outcome>;
  /** What the provider knows of a key; undefined when it has never seen it. */
  find(key: string): Promise<Outcome | undefined>;
}

const outcomeOf = ({ id, declineCode }: ProviderCharge): Outcome =>
  declineCode === null
    ? { state: 'succeeded', providerReference: id }
    : { state: 'declined', reason: declineCode };

/** The payment provider's HTTP API. */
export const providerClient = (http: HttpCaller): ProviderClient => ({
  charge: async (key, total, card) =>
    outcomeOf(
      await http.call({
        method: 'POST',
        route: '/v1/charges',
        headers: { 'idempotency-key': key },
        body: { ...total, card },
        answer: ProviderCharge,
      }),
    ),
  find: async (key) => {
    try {
      return outcomeOf(
        await http.call({
          method: 'GET',
          route: '/v1/charges/:key',
          path: { key },
          answer: ProviderCharge,
        }),
      );
    } catch (error) {
      if (error instanceof ProblemError && error.code === unknownCharge) return undefined;
      throw error;
    }
  },
});
