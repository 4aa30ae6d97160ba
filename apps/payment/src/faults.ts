import type { FaultBindings } from '@faultline/faults';
import type { ServiceApp } from '@faultline/service';
import { withoutRedaction } from '@faultline/telemetry';
import type { Charges } from './charges';
import { startRelay } from './faults/relay';
import { type ProviderClient, providerClient } from './provider-client';

interface Parts {
  app: Pick<ServiceApp, 'log' | 'external' | 'beforeClose'>;
  /** The provider's address. */
  url: string;
  timeout: number;
}

interface Seams {
  provider: ProviderClient;
  charges: Charges;
}

/** Port 1 is reserved for a historic protocol (TCPMUX); nothing listens there. */
const nowhere = 'http://127.0.0.1:1';

/** A test number that card companies publish; it belongs to no card. */
const testCard = '4111111111111111';

/** The faults of payment, bound to its provider and its charges. */
export const paymentFaults = ({ app, url, timeout }: Parts): FaultBindings<'payment', Seams> => {
  const providerAt = (address: string): ProviderClient =>
    providerClient(app.external('payment-provider', address, { timeout }));

  return {
    slowPayment: {
      around: (active) => {
        const startLate = async () => {
          const relay = await startRelay(url);
          app.beforeClose(relay.stop);
          return { client: providerAt(relay.url), hold: relay.hold };
        };
        let late: ReturnType<typeof startLate> | undefined;
        return {
          provider: (provider) => ({
            charge: async (key, total, card) => {
              const slow = active();
              if (!slow) return provider.charge(key, total, card);
              late ??= startLate();
              const { client, hold } = await late;
              hold(slow.latency);
              return client.charge(key, total, card);
            },
          }),
        };
      },
    },
    payment: {
      around: (active) => {
        let unreachable: ProviderClient | undefined;
        return {
          provider: (provider) => ({
            charge: (key, total, card) => {
              if (!active()) return provider.charge(key, total, card);
              unreachable ??= providerAt(nowhere);
              return unreachable.charge(key, total, card);
            },
          }),
        };
      },
    },
    logLeak: {
      around: (active) => ({
        charges: (charges) => ({
          charge: (session, key, request) => {
            if (active())
              // Bypasses the redaction, which would hide the fault.
              withoutRedaction(() =>
                app.log.info(
                  { card: testCard, amount: request.total.amount },
                  'payment-charge-requested',
                ),
              );
            return charges.charge(session, key, request);
          },
        }),
      }),
    },
  };
};
