import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, renderFlags, switchOn } from '@faultline/faults';
import { expect, it, onTestFinished } from 'vitest';
import { eventually, startFixture } from './fixture';

it('a file of flags that makes no sense is told of, without what stands in it', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-flags-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  const file = join(directory, 'faults.json');
  await writeFile(file, renderFlags([switchOn('searchSql', {})]));

  const service = await startFixture(
    async (app) => {
      app.http.get('/broken', async () => ({
        broken: app.faults.active(catalogue.searchSql) !== undefined,
      }));
    },
    { FAULTS_FILE: file },
  );
  const broken = async () => (await service.get('/broken')).json();
  const valid = () => service.sample('feature_flags_valid');
  expect(await broken()).toEqual({ broken: true });
  expect(await valid()).toBe(1);

  await writeFile(file, '{"flags": {"searchSql": 1}}');
  await eventually(valid).toBe(0);
  expect(await broken()).toEqual({ broken: true });
  expect(service.logged('service-flags-not-read')).toMatchObject([{ level: 'error' }]);
  expect(JSON.stringify(service.lines)).not.toContain('searchSql');

  await writeFile(file, renderFlags([]));
  await eventually(valid).toBe(1);
  expect(await broken()).toEqual({ broken: false });
});
