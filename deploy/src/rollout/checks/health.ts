import { HealthReport, healthPath } from '@faultline/contracts';
import pRetry from 'p-retry';
import { Parse } from 'typebox/value';
import type { CheckResult } from './check';

/** Something that is needed is not well; the message names all of it. */
class Unwell extends Error {
  override readonly name = 'Unwell';
}

/** The report of what the shop depends on. Throws an error unless all of it is well. */
const report = async (shop: string): Promise<HealthReport> => {
  const response = await fetch(`${shop}${healthPath}`, { signal: AbortSignal.timeout(10_000) });
  const text = await response.text();
  if (response.status !== 200 && response.status !== 503)
    throw new Unwell(`${healthPath} responded with ${response.status}: ${text.slice(0, 300)}`);
  const entries = Parse(HealthReport, JSON.parse(text));
  const unwell = entries.filter(({ Status }) => Status !== 'OK');
  if (unwell.length > 0)
    throw new Unwell(
      unwell.map(({ Name, Status, StatusTime }) => `${Name} ${Status} at ${StatusTime}`).join('\n'),
    );
  return entries;
};

/** Whether everything is well that the shop at a URL depends on, or becomes so within some time. */
export const checkHealth = async (
  shop: string,
  seconds: number,
  signal: AbortSignal,
): Promise<CheckResult> => {
  try {
    const entries = await pRetry(() => report(shop), {
      retries: Number.POSITIVE_INFINITY,
      factor: 1,
      minTimeout: 500,
      maxRetryTime: seconds * 1000,
      signal,
    });
    return { outcome: 'passed', words: `all ${entries.length} are well` };
  } catch (error) {
    return { outcome: 'failed', words: error instanceof Error ? error.message : String(error) };
  }
};
