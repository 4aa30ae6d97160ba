import { databaseConfig } from '@faultline/service';
import { Type } from 'typebox';

/** Durations are in milliseconds. */
export const PaymentConfig = Type.Object({
  ...databaseConfig,
  /** Keys the fingerprints that tell one checkout request from another; the same on all instances. */
  FINGERPRINT_SECRET: Type.String({ minLength: 16 }),
  /** The provider to charge; the built-in sandbox if not given. */
  PAYMENT_PROVIDER_URL: Type.Optional(Type.String({ format: 'uri' })),
  PROVIDER_TIMEOUT_MS: Type.Integer({ minimum: 1, maximum: 20_000, default: 10_000 }),
  /**
   * How old the last attempt at a charge is when the provider's word that it knows nothing of it is
   * final. Longer than the longest timeout, so that no request can still be on its way.
   */
  RECONCILE_AFTER_MS: Type.Integer({ minimum: 1, default: 25_000 }),
});
