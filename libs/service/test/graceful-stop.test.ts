import { once } from 'node:events';
import { setImmediate as turn } from 'node:timers/promises';
import { Pool } from 'undici';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ProcessForTest, statusOf } from '../src/testing';
import { eventually } from './fixture';
import { startServiceProcess } from './service-process';

/** Shoppers on keep-alive connections, who turn elsewhere when the service is not ready. */
const sendLoad = ({ url, adminUrl }: ProcessForTest) => {
  const pool = new Pool(url, { connections: 10 });
  onTestFinished(() => pool.destroy());
  const responses: string[] = [];
  let elsewhere = false;
  const shop = async (path: string) => {
    while (!elsewhere) {
      const response = await pool.request({ method: 'GET', path }).then(
        async ({ statusCode, body }) => {
          await body.dump();
          return String(statusCode);
        },
        (error: Error) => error.message,
      );
      responses.push(response);
    }
  };
  const watchReadiness = async () => {
    while ((await statusOf(`${adminUrl}/-/ready`)) === 200) await turn();
    elsewhere = true;
  };
  const paths = [...Array(6).fill('/now'), ...Array(4).fill('/slow')];
  const finished = Promise.all([watchReadiness(), ...paths.map(shop)]);
  return { responses, finished };
};

describe('SIGTERM to a service', { timeout: 90_000 }, () => {
  it('under load loses no request', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '1000' });
    const load = sendLoad(service);
    await eventually(() => load.responses.length).toBeGreaterThan(100);
    const before = load.responses.length;
    service.kill('SIGTERM');
    await load.finished;
    expect(load.responses.length).toBeGreaterThan(before);
    expect(load.responses.filter((response) => response !== '200')).toEqual([]);
    expect(await service.ended).toMatchObject({ code: 0, errors: '' });
  });

  it('lets it go on serving for a while after it is not ready any more', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '2500' });
    service.kill('SIGTERM');
    await eventually(() => statusOf(`${service.adminUrl}/-/ready`)).toBe(503);
    expect(await statusOf(`${service.adminUrl}/-/healthy`)).toBe(200);
    const response = await fetch(`${service.url}/now`);
    expect(response.status).toBe(200);
    expect(response.headers.get('connection')).toBe('close');
    expect(await service.ended).toMatchObject({ code: 0 });
    expect(await statusOf(`${service.url}/now`)).toBe(0);
  });

  it('finishes requests in flight, and does not wait for idle connections', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '200' });
    const pool = new Pool(service.url, { connections: 1 });
    onTestFinished(() => pool.destroy());
    // A machine that is busy while the service starts makes it shed its first requests.
    await eventually(() => statusOf(`${service.url}/now`)).toBe(200);
    const slow = pool.request({ method: 'GET', path: '/slow' });
    await once(pool, 'connect');
    await eventually(() => statusOf(`${service.url}/now`)).toBe(200);
    service.kill('SIGTERM');
    expect((await slow).statusCode).toBe(200);
    const responded = performance.now();
    expect(await service.ended).toMatchObject({ code: 0 });
    expect(performance.now() - responded).toBeLessThan(5000);
  });

  it('waits for background work', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '0' });
    await fetch(`${service.url}/background`, { method: 'POST' });
    service.kill('SIGTERM');
    const { code, output } = await service.ended;
    expect(code).toBe(0);
    expect(output).toContain('payment-reconciled');
  });

  it('ends it after STOP_TIMEOUT_MS if a request never ends', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '0', STOP_TIMEOUT_MS: '500' });
    const never = statusOf(`${service.url}/never`);
    await eventually(() => statusOf(`${service.url}/now`)).toBe(200);
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({
      code: 1,
      errors: expect.stringContaining('killed by timeout (500ms)'),
    });
    expect(await never).toBe(0);
  });

  it('a second time ends it at once', async () => {
    const service = await startServiceProcess({ DRAIN_MS: '10000' });
    service.kill('SIGTERM');
    await eventually(() => statusOf(`${service.adminUrl}/-/ready`)).toBe(503);
    const start = performance.now();
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 1 });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
