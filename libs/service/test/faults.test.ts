import { writeFile } from 'node:fs/promises';
import { testFaults } from '@faultline/faults/testing';
import { expect, it, onTestFinished } from 'vitest';
import { eventually, startFixture } from './fixture';

it('an invalid file of faults is reported without its content', async () => {
  const faults = await testFaults();
  onTestFinished(faults.remove);
  await faults.switchTo('searchSql');

  const service = await startFixture(
    async (app) => {
      app.http.get('/broken', async () => ({
        broken: app.faults.active('searchSql') !== undefined,
      }));
    },
    { FAULTS_FILE: faults.file },
  );
  const broken = async () => (await service.get('/broken')).json();
  const valid = () => service.sample('feature_flags_valid');
  expect(await broken()).toEqual({ broken: true });
  expect(await valid()).toBe(1);

  await writeFile(faults.file, 'searchSql: 1');
  await eventually(valid).toBe(0);
  expect(await broken()).toEqual({ broken: true });
  expect(service.logged('service-flags-not-read')).toMatchObject([{ level: 'error' }]);
  expect(JSON.stringify(service.lines)).not.toContain('searchSql');

  await faults.switchTo();
  await eventually(valid).toBe(1);
  expect(await broken()).toEqual({ broken: false });
});

it('the admin port reports which faults are on and why one could not begin', async () => {
  const faults = await testFaults();
  onTestFinished(faults.remove);
  const service = await startFixture(
    async (app) => {
      app.faults.bind({
        cartNotCleared: { lacks: 'replica of cart-data' },
        logFlood: { around: () => ({}) },
      });
      app.faults.whileOn('cartStoreSlow', async () => {
        throw new Error('connect ECONNREFUSED');
      });
    },
    { FAULTS_FILE: faults.file, SERVICE_VERSION: '1.0.0' },
  );
  const status = async () => (await fetch(`${service.adminUrl}/-/faults`)).json();
  expect(await status()).toEqual([]);

  await faults.switchTo('logFlood');
  await eventually(status).toEqual([{ key: 'logFlood', hits: 0 }]);
  await faults.switchTo('logFlood', { version: '2.0.0' });
  const limited = 'it is limited to version 2.0.0, and this is 1.0.0';
  await eventually(status).toEqual([{ key: 'logFlood', problem: limited, hits: 0 }]);
  await faults.switchTo('cartNotCleared');
  const lacking = 'there is no replica of cart-data here';
  await eventually(status).toEqual([{ key: 'cartNotCleared', problem: lacking, hits: 0 }]);
  await faults.switchTo('cartStoreSlow');
  const problem = 'connect ECONNREFUSED';
  await eventually(status).toEqual([{ key: 'cartStoreSlow', problem }]);
  await faults.switchTo();
  await eventually(status).toEqual([]);

  const telemetry = JSON.stringify(service.lines) + (await service.metrics());
  expect(telemetry).not.toMatch(/logFlood|cartStoreSlow|cartNotCleared|ECONNREFUSED/);
});
