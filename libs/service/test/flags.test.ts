import { writeFile } from 'node:fs/promises';
import { catalogue } from '@faultline/faults';
import { testFlags } from '@faultline/faults/testing';
import { expect, it, onTestFinished } from 'vitest';
import { eventually, startFixture } from './fixture';

it('a file of flags that makes no sense is told of, without what stands in it', async () => {
  const flags = await testFlags();
  onTestFinished(flags.remove);
  await flags.switchTo('searchSql');

  const service = await startFixture(
    async (app) => {
      app.http.get('/broken', async () => ({
        broken: app.faults.active(catalogue.searchSql) !== undefined,
      }));
    },
    { FAULTS_FILE: flags.file },
  );
  const broken = async () => (await service.get('/broken')).json();
  const valid = () => service.sample('feature_flags_valid');
  expect(await broken()).toEqual({ broken: true });
  expect(await valid()).toBe(1);

  await writeFile(flags.file, '{"flags": {"searchSql": 1}}');
  await eventually(valid).toBe(0);
  expect(await broken()).toEqual({ broken: true });
  expect(service.logged('service-flags-not-read')).toMatchObject([{ level: 'error' }]);
  expect(JSON.stringify(service.lines)).not.toContain('searchSql');

  await flags.switchTo();
  await eventually(valid).toBe(1);
  expect(await broken()).toEqual({ broken: false });
});
