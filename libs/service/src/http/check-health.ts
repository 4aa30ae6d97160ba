import { HealthReport, healthPath } from '@faultline/contracts';
import { Compile } from 'typebox/compile';
import type { Dispatcher } from 'undici';

const report = Compile(HealthReport);

/** The report of a dependency, so that the caller's report names the component that is broken. */
export const reportOf = async (pool: Dispatcher, signal: AbortSignal): Promise<HealthReport> => {
  const { body } = await pool.request({ method: 'GET', path: healthPath, signal });
  const content: unknown = await body.json();
  if (!report.Check(content)) throw new Error('not a health report');
  return content;
};

/** Rejects unless the health path of an external system responds with success. */
export const responses = async (
  pool: Dispatcher,
  path: string,
  signal: AbortSignal,
): Promise<undefined> => {
  const { statusCode, body } = await pool.request({ method: 'GET', path, signal });
  await body.dump();
  if (statusCode >= 300) throw new Error(`answered with status ${statusCode}`);
};
