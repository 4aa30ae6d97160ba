import type { Gateway, ServiceName } from '@faultline/topology';

/**
 * `storefront` opens the page, `api` asks api-gateway for the categories, `purchase` buys something; the others check
 * the readiness of a service.
 */
export type ProbeName = Gateway['check'] | 'purchase' | ServiceName;

/** One kind of check. */
export interface Probe {
  name: ProbeName;
  /** Milliseconds from the start of a check to that of the next. */
  every: number;
  /** Whether it needs the whole shop, which it would disturb while that starts: its failures are failed requests. */
  needsAll?: boolean;
  /** Rejects if the check fails. */
  run(signal: AbortSignal): Promise<void>;
  /** Explains an error of `run`. */
  reasonOf(error: unknown): string;
}
