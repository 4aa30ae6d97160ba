import { withPostgres } from '@faultline/stores';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import { statusOf } from '../src/testing';
import { eventually } from './fixture';
import { spawnService } from './service-process';

const run = (environment: NodeJS.ProcessEnv, word: string) =>
  spawnService(environment, 'keeping-service', [], [word]);

describe('the command migrate', { timeout: 90_000 }, () => {
  it('migrates the database and exits, without a public port', async () => {
    const store = await withPostgres();
    onTestFinished(() => store.stop());
    const service = await run({ DATABASE_URL: store.url }, 'migrate');
    const { code, errors } = await service.ended;
    expect(errors).toBe('');
    expect(code).toBe(0);
    expect(await statusOf(service.url)).toBe(0);
    const client = new Client({ connectionString: store.url });
    onTestFinished(() => client.end());
    await client.connect();
    const { rows } = await client.query('select name from migrations');
    expect(rows).toEqual([{ name: '001_notes' }, { name: '002_unique_notes' }]);
  });

  it('can be stopped while the database is unavailable', async () => {
    const service = await run({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }, 'migrate');
    await eventually(() => service.output()).not.toBe('');
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
  });

  it('is the only command', async () => {
    const { code, errors } = await (await run({}, 'migrat')).ended;
    expect(errors).toBe('product cannot start: there is no command migrat; there is migrate\n');
    expect(code).toBe(1);
  });
});
