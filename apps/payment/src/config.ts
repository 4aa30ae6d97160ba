import { databaseConfig } from '@faultline/service/postgres';
import { Type } from 'typebox';

/** Durations are in milliseconds. */
export const PaymentConfig = Type.Object({
  ...databaseConfig,
  /** The secret key of the request fingerprints; the same on all instances. */
  FINGERPRINT_SECRET: Type.String({ minLength: 16 }),
  /** The provider to charge; the built-in sandbox if not given. */
  PAYMENT_PROVIDER_URL: Type.Optional(Type.String({ format: 'uri' })),
  PROVIDER_TIMEOUT_MS: Type.Integer({ minimum: 1, maximum: 20_000, default: 10_000 }),
  /**
   * The age of a charge's last attempt from which on it is final that the provider does not know the charge.
   * Longer than the longest timeout, so that no request can still be in flight.
   */
  RECONCILE_AFTER_MS: Type.Integer({ minimum: 1, default: 25_000 }),
});
