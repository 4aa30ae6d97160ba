import { expect, it } from 'vitest';
import type { ProcessForTest } from '../src/testing';
import { startServiceProcess } from './service-process';

const startTraced = (environment: NodeJS.ProcessEnv = {}): Promise<ProcessForTest> =>
  startServiceProcess(environment, 'chained-service', ['@faultline/telemetry/register']);

/** Ends a service in order, and answers with the lines that it wrote in requests. */
const linesOf = async ({ kill, ended }: ProcessForTest): Promise<Record<string, unknown>[]> => {
  kill('SIGTERM');
  const { output } = await ended;
  return output
    .trim()
    .split('\n')
    .map((line): Record<string, unknown> => JSON.parse(line))
    .filter((line) => line.requestId !== undefined);
};

it('the lines of one request have one trace and one request id in every service', {
  timeout: 90_000,
}, async () => {
  const dependency = await startTraced();
  const caller = await startTraced({ NEXT_URL: dependency.url });
  const response = await fetch(`${caller.url}/task`, { method: 'POST' });
  expect(response.status).toBe(200);

  const lines = [...(await linesOf(caller)), ...(await linesOf(dependency))];
  const { traceId, requestId } = lines[0] ?? {};
  expect(traceId).toMatch(/^[0-9a-f]{32}$/);
  expect(requestId).toBe(response.headers.get('x-request-id'));
  expect(lines).toMatchObject([
    { msg: 'cart-line-read', traceId, requestId },
    { msg: 'http-request', traceId, requestId },
    { msg: 'cart-line-read', traceId, requestId },
    { msg: 'http-request', traceId, requestId },
  ]);
  const spans = new Set(lines.map(({ spanId }) => spanId));
  expect(spans.size).toBe(2);
});
