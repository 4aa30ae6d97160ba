import { catalogue, type Faults } from '@faultline/faults';
import type { ServiceApp } from '@faultline/service';
import { type Logger, withoutRedaction } from '@faultline/telemetry';
import type { Charges } from './charges';
import { startRelay } from './faults/relay';
import { type ProviderClient, providerClient } from './provider-client';

interface ProviderSeams {
  provider: ProviderClient;
  app: Pick<ServiceApp, 'faults' | 'external' | 'beforeClose'>;
  /** The provider's address. */
  url: string;
  timeout: number;
}

/** Nobody listens on the port that is reserved for a multiplexer of the eighties. */
const nowhere = 'http://127.0.0.1:1';

/** The faults between payment and its provider. */
export const withProviderFaults = ({
  provider,
  app,
  url,
  timeout,
}: ProviderSeams): ProviderClient => {
  const { faults } = app;
  const at = (address: string): ProviderClient =>
    providerClient(app.external('payment-provider', address, { timeout }));
  let unreachable: ProviderClient | undefined;
  let late: Promise<{ client: ProviderClient; hold(milliseconds: number): void }> | undefined;

  const startLate = async () => {
    const relay = await startRelay(url);
    app.beforeClose(relay.stop);
    return { client: at(relay.url), hold: relay.hold };
  };

  return {
    ...provider,
    charge: async (key, total, card) => {
      if (faults.active(catalogue.payment)) {
        unreachable ??= at(nowhere);
        return unreachable.charge(key, total, card);
      }
      const slow = faults.active(catalogue.slowPayment);
      if (!slow) return provider.charge(key, total, card);
      late ??= startLate();
      const { client, hold } = await late;
      hold(slow.delay);
      return client.charge(key, total, card);
    },
  };
};

/** A number that card companies publish for tests: nobody's. */
const testCard = '4111111111111111';

/** The faults of what payment says of a charge. */
export const withChargeFaults = (faults: Faults, charges: Charges, log: Logger): Charges => ({
  ...charges,
  charge: (session, key, request) => {
    if (faults.active(catalogue.logLeak))
      // Redaction would hide it: then nothing would be wrong.
      withoutRedaction(() =>
        log.info({ card: testCard, amount: request.total.amount }, 'payment-charge-requested'),
      );
    return charges.charge(session, key, request);
  },
});
