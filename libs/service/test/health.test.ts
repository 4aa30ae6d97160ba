import { HealthReport } from '@faultline/contracts';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import type { HealthCheck } from '../src';
import { Health } from '../src/health';
import { eventually, startFixture } from './fixture';

const reportWith = async (checks: Record<string, HealthCheck>) => {
  const service = await startFixture(async (app) => {
    for (const [name, check] of Object.entries(checks)) app.health(name, check);
  });
  const response = await service.get('/health/status');
  const report = Parse(HealthReport, await response.json());
  return { status: response.status, report };
};

const well: HealthCheck = async () => undefined;
const broken: HealthCheck = async () => {
  throw new Error('no');
};
const silent: HealthCheck = () => new Promise(() => {});

describe('a cached report', () => {
  it('is made once for all reads, and again when it expires', async () => {
    let asked = 0;
    const health = new Health('web-gateway', 50);
    health.add('api-gateway', async () => {
      asked += 1;
      return undefined;
    });
    await health.report();
    await health.report();
    expect(asked).toBe(1);
    await eventually(async () => {
      await health.report();
      return asked;
    }).toBe(2);
  });
});

describe('GET /health/status', () => {
  it('is 200 with an entry for the service and each dependency if all are healthy', async () => {
    const { status, report } = await reportWith({ 'cart-data': well });
    expect(status).toBe(200);
    expect(report).toEqual([
      { Name: 'cart', Status: 'OK', StatusTime: expect.any(String) },
      { Name: 'cart-data', Status: 'OK', StatusTime: expect.any(String) },
    ]);
  });

  it('is 503 and names the unhealthy dependency', async () => {
    const { status, report } = await reportWith({ 'cart-data': broken, product: well });
    expect(status).toBe(503);
    expect(report).toMatchObject([
      { Name: 'cart', Status: 'OK' },
      { Name: 'cart-data', Status: 'ERROR' },
      { Name: 'product', Status: 'OK' },
    ]);
  });

  it('distinguishes a dependency that does not respond from one that reports a failure', async () => {
    const { status, report } = await reportWith({ 'payment-provider': silent });
    expect(status).toBe(503);
    expect(report[1]).toMatchObject({ Name: 'payment-provider', Status: 'TIMEOUT' });
  });

  it("contains a dependency's own report, with each component once", async () => {
    const now = new Date().toISOString();
    const dependency: HealthCheck = async () => [
      { Name: 'product-data', Status: 'ERROR', StatusTime: now },
    ];
    const { report } = await reportWith({ product: dependency, other: dependency });
    expect(report.map(({ Name }) => Name)).toEqual(['cart', 'product-data']);
  });
});
