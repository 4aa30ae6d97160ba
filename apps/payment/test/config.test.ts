import { startService } from '@faultline/service';
import { expect, it } from 'vitest';
import { payment } from '../src/service';

const environment = {
  HOST: '127.0.0.1',
  PORT: '0',
  ADMIN_PORT: '0',
  DATABASE_URL: 'postgresql://payment:payment@127.0.0.1:1/payment',
  FINGERPRINT_SECRET: 'sixteen characters',
};

it('does not start if RECONCILE_AFTER_MS is shorter than a request may take', async () => {
  const early = { ...environment, PROVIDER_TIMEOUT_MS: '5000', RECONCILE_AFTER_MS: '5000' };
  await expect(startService(payment, early)).rejects.toThrow(
    'RECONCILE_AFTER_MS must be longer than PROVIDER_TIMEOUT_MS',
  );
});

it.each(['0', '1001', 'ten'])('does not start with a pool of %s connections', async (size) => {
  await expect(startService(payment, { ...environment, DATABASE_POOL_SIZE: size })).rejects.toThrow(
    /^DATABASE_POOL_SIZE must be /,
  );
});
