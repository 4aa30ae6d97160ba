import { CheckFailed } from '../../src/journeys/index.ts';

/** Milliseconds for which a virtual user, having told of a reason once, is silent about it. */
const silence = 60_000;
const longestDetail = 300;
const toldAt = new Map<string, number>();

interface Failure {
  journey: string;
  error: unknown;
  requestId: string | undefined;
  /** Never shown. */
  secrets: readonly string[];
}

/** Logs why a journey failed. The counts are in the metrics; this is for whoever looks into it. */
export const tell = ({ journey, error, requestId, secrets }: Failure): void => {
  const reason = `${journey} ${error instanceof CheckFailed ? error.check : nameOf(error)}`;
  const now = Date.now();
  if (now - (toldAt.get(reason) ?? 0) < silence) return;
  toldAt.set(reason, now);
  const detail = withoutSecrets(error instanceof Error ? error.message : String(error), secrets);
  const request = requestId === undefined ? '' : ` (request ${requestId})`;
  console.warn(`journey-failed ${journey}: ${detail.slice(0, longestDetail)}${request}`);
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'unknown');

/** A broken shop may send back what it received. */
const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  secrets
    .reduce((shown, secret) => shown.replaceAll(secret, '[cookie]'), text)
    .replace(/\d(?:[ -]?\d){11,}/g, '[number]');
