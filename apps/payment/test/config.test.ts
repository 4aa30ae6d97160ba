import { startService } from '@faultline/service';
import { expect, it } from 'vitest';
import { payment } from '../src/service';

it('does not start when a charge could be given up while it is still on its way', async () => {
  const environment = {
    HOST: '127.0.0.1',
    PORT: '0',
    ADMIN_PORT: '0',
    DATABASE_URL: 'postgresql://payment:payment@127.0.0.1:1/payment',
    FINGERPRINT_SECRET: 'sixteen characters',
    PROVIDER_TIMEOUT_MS: '5000',
    RECONCILE_AFTER_MS: '5000',
  };
  await expect(startService(payment, environment)).rejects.toThrow(
    'RECONCILE_AFTER_MS must be longer than PROVIDER_TIMEOUT_MS',
  );
});
