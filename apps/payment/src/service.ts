import { join } from 'node:path';
import { paymentRoutes, providerRoutes } from '@faultline/contracts';
import { ConfigError, defineService } from '@faultline/service';
import { connectPostgres } from '@faultline/service/postgres';
import { createCharges } from './charges';
import { PaymentConfig } from './config';
import { paymentFaults } from './faults';
import { fingerprinter } from './fingerprint';
import { ledgerRepository } from './ledger-repository';
import { paymentMetrics } from './metrics';
import { providerClient } from './provider-client';
import { startReconciler } from './reconciler';
import { resolution } from './resolution';
import { paymentHandlers } from './routes';
import { sandboxUrl } from './sandbox/sandbox-provider';

export const payment = defineService({
  name: 'payment',
  config: PaymentConfig,
  build: async (app, config) => {
    if (config.RECONCILE_AFTER_MS <= config.PROVIDER_TIMEOUT_MS)
      throw new ConfigError('RECONCILE_AFTER_MS must be longer than PROVIDER_TIMEOUT_MS');
    const database = connectPostgres(app, 'payment-data', config.DATABASE_URL, {
      migrations: join(__dirname, '../migrations'),
      maxConnections: config.DATABASE_POOL_SIZE,
    });
    const url = config.PAYMENT_PROVIDER_URL ?? (await sandboxUrl(app, database));
    const timeout = config.PROVIDER_TIMEOUT_MS;
    const faults = app.faults.bind(paymentFaults({ app, url, timeout }));
    const provider = faults.around(
      'provider',
      providerClient(
        app.external('payment-provider', url, { timeout, healthPath: providerRoutes.health.path }),
      ),
    );
    const ledger = ledgerRepository(database, config.RECONCILE_AFTER_MS);
    const metrics = paymentMetrics(app.metrics);
    const resolve = resolution(ledger, provider, metrics, app.log);
    const charges = faults.around(
      'charges',
      createCharges(ledger, resolve, fingerprinter(config.FINGERPRINT_SECRET)),
    );
    const reconciler = startReconciler({ ledger, resolution: resolve, metrics, log: app.log });
    app.beforeClose(reconciler.stop);
    app.beforeClose(charges.idle);
    const onLateError = (err: unknown) => {
      metrics.unrecorded();
      app.log.error({ err }, 'payment-charge-unrecorded');
    };
    app.serve(paymentRoutes, paymentHandlers(charges, onLateError));
  },
});
