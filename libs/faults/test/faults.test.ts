import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { watchFile as lookAt, unwatchFile as unlookAt, writeFileSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Faults, renderFaults, switchOn, watchFaults } from '../src';
import { off, on, scratch, soon, watch, watchFile } from './fixture';

describe('a fault', () => {
  it('is off without a file', async () => {
    const faults = await watchFaults({
      file: undefined,
      version: '1',
      request: () => undefined,
      onLoaded: () => undefined,
    });
    expect(faults.active('payment')).toBeUndefined();
    await faults.stop();
  });

  it('has its settings while it is on', async () => {
    const { faults } = await watch(on('slowPayment', { rate: 100, latency: 700 }));
    expect(faults.active('slowPayment')).toEqual({ rate: 100, latency: 700 });
    expect(faults.active('payment')).toBeUndefined();
  });

  it('affects its share of the requests; a given request is always or never affected', async () => {
    const { faults, current } = await watch(on('payment', { rate: 25 }));
    const hit = () => {
      const ids = [];
      for (let index = 0; index < 4000; index += 1) {
        current.request = { requestId: `request-${index}` };
        if (faults.active('payment')) ids.push(index);
      }
      return ids;
    };
    const first = hit();
    expect(first.length / 4000).toBeGreaterThan(0.21);
    expect(first.length / 4000).toBeLessThan(0.29);
    expect(hit()).toEqual(first);
  });

  it('affects only one product', async () => {
    const { faults } = await watch(on('productItem', { product: 'egg-pan' }));
    expect(faults.active('productItem', 'egg-pan')).toEqual({ product: 'egg-pan' });
    expect(faults.active('productItem', 'stew-pot')).toBeUndefined();
  });

  it('affects only one session', async () => {
    const { faults, current } = await watch(on('searchSql', { session: '0123456789abcdef' }));
    expect(faults.active('searchSql')).toBeUndefined();
    current.request = { requestId: 'request-1', session: '0123456789abcdef' };
    expect(faults.active('searchSql')).toBeDefined();
  });

  it('affects only one version', async () => {
    const text = on('searchSql', { version: '2.0.0' });
    expect((await watch(text, '1.0.0')).faults.active('searchSql')).toBeUndefined();
    expect((await watch(text, '2.0.0')).faults.active('searchSql')).toBeDefined();
  });

  it('applies in a release', async () => {
    const text = on('badRelease', { fault: 'searchSql', version: '2.0.0' });
    expect((await watch(text, '1.0.0')).faults.active('searchSql')).toBeUndefined();
    const { faults } = await watch(text, '2.0.0');
    expect(faults.active('searchSql')).toEqual({ rate: 100 });
    expect(faults.active('payment')).toBeUndefined();
  });

  it('applies in a release with its own default share', async () => {
    const { faults, current } = await watch(on('badRelease', { fault: 'payment' }));
    const hits = Array.from({ length: 1000 }, (_, index) => {
      current.request = { requestId: `request-${index}` };
      return faults.active('payment');
    }).filter(Boolean);
    expect(hits.length).toBeGreaterThan(400);
    expect(hits.length).toBeLessThan(600);
    expect(hits[0]).toEqual({ rate: 50 });
  });

  it('ends by itself', async () => {
    const { faults } = await watch(renderFaults([switchOn('searchSql', { for: 1000 })]));
    expect(faults.active('searchSql')).toBeDefined();
    await expect.poll(() => faults.active('searchSql'), soon).toBeUndefined();
  });
});

describe('a change of the file', () => {
  it.each([
    ['written in place', async (file: string, text: string) => writeFile(file, text)],
    [
      'replaced',
      async (file: string, text: string) => {
        await writeFile(`${file}.next`, text);
        await rename(`${file}.next`, file);
      },
    ],
  ])('acts when it is %s', async (_how, write) => {
    const { faults, file } = await watch();
    await write(file, on('searchSql'));
    await expect.poll(() => faults.active('searchSql'), soon).toBeDefined();
    await write(file, off);
    await expect.poll(() => faults.active('searchSql'), soon).toBeUndefined();
  });

  it('acts when the links of a mounted ConfigMap are swapped', async () => {
    const directory = await scratch();
    const publish = async (generation: string, text: string) => {
      await mkdir(join(directory, generation));
      await writeFile(join(directory, generation, 'faults.yaml'), text);
      await symlink(generation, join(directory, '..data_tmp'));
      await rename(join(directory, '..data_tmp'), join(directory, '..data'));
    };
    await publish('..first', off);
    await symlink(join('..data', 'faults.yaml'), join(directory, 'faults.yaml'));
    const { faults } = await watchFile(join(directory, 'faults.yaml'));
    expect(faults.active('searchSql')).toBeUndefined();
    await publish('..second', on('searchSql'));
    await rm(join(directory, '..first'), { recursive: true });
    await expect.poll(() => faults.active('searchSql'), soon).toBeDefined();
  });

  it('that is invalid keeps the last valid state, and is reported', async () => {
    const { faults, file, errors } = await watch(on('searchSql'));
    await writeFile(file, 'searchSql: {');
    await expect.poll(() => errors.at(-1), soon).toContain('no YAML');
    expect(faults.active('searchSql')).toBeDefined();
    await writeFile(file, off);
    await expect.poll(() => errors.at(-1), soon).toBeUndefined();
    expect(faults.active('searchSql')).toBeUndefined();
  });

  it('is applied that comes right after the first read', async () => {
    const all = await Promise.all(
      Array.from({ length: 30 }, async () => {
        const watched = await watch();
        writeFileSync(watched.file, on('searchSql'));
        return watched;
      }),
    );
    const missed = () => all.filter(({ faults }) => !faults.active('searchSql')).length;
    await expect.poll(missed, soon).toBe(0);
  });

  it('is applied after an earlier one that is still being read', async () => {
    const { faults, file } = await watch();
    const slow = `${file}.slow`;
    spawnSync('mkfifo', [slow]);
    await rename(slow, file);
    // Opens as soon as somebody reads.
    const writer = await open(file, 'w');
    const seen = Promise.withResolvers<void>();
    const changed = () => seen.resolve();
    lookAt(file, { interval: 250 }, changed);
    await writeFile(`${file}.next`, on('searchSql'));
    await rename(`${file}.next`, file);
    await seen.promise;
    unlookAt(file, changed);
    // What a read that did not wait would need.
    for (let read = 0; read < 10; read += 1) await readFile(file);
    await writer.writeFile(on('payment', { rate: 100 }));
    await writer.close();
    await expect.poll(() => faults.active('searchSql'), soon).toBeDefined();
    expect(faults.active('payment')).toBeUndefined();
  });

  it('that is written in place keeps the last valid state while the file is still empty', async () => {
    const { faults, file, errors } = await watch(on('searchSql'));
    const reads = errors.length;
    const seen = Promise.withResolvers<void>();
    const changed = () => seen.resolve();
    lookAt(file, { interval: 250 }, changed);
    const writer = await open(file, 'w');
    await seen.promise;
    unlookAt(file, changed);
    // What a read that did not wait would need.
    for (let read = 0; read < 10; read += 1) await readFile(file);
    expect(faults.active('searchSql')).toBeDefined();
    await writer.writeFile('searchSql: {');
    await writer.close();
    await expect.poll(() => errors.at(-1), soon).toContain('no YAML');
    expect(errors.slice(reads)).not.toContain(undefined);
    expect(faults.active('searchSql')).toBeDefined();
  });

  it('that empties the file ends all faults', async () => {
    const { faults, file } = await watch(on('searchSql'));
    await writeFile(file, '');
    await expect.poll(() => faults.active('searchSql'), soon).toBeUndefined();
  });

  it('that removes the file keeps the last valid state until the file is back', async () => {
    const { faults, file, errors } = await watch(on('searchSql'));
    await rm(file);
    await expect.poll(() => errors.at(-1), soon).toContain('ENOENT');
    expect(faults.active('searchSql')).toBeDefined();
    await writeFile(file, on('searchSql'));
    await expect.poll(() => errors.at(-1), soon).toBeUndefined();
    await writeFile(file, off);
    await expect.poll(() => faults.active('searchSql'), soon).toBeUndefined();
  });
});

describe('an effect', () => {
  const held = (faults: Faults) => {
    const states: string[] = [];
    faults.whileOn('cartStoreSlow', async ({ pause }, { ended }) => {
      states.push(`begun with ${pause}`);
      await new Promise((resolve) => ended.addEventListener('abort', resolve));
      states.push('ended');
    });
    return states;
  };

  it('begins and ends with its fault', async () => {
    const { faults, file } = await watch();
    const states = held(faults);
    expect(states).toEqual([]);
    await writeFile(file, on('cartStoreSlow', { pause: 500 }));
    await expect.poll(() => states, soon).toEqual(['begun with 500']);
    await writeFile(file, off);
    await expect.poll(() => states, soon).toEqual(['begun with 500', 'ended']);
  });

  it('begins at once if its fault is on already, and ends with the service', async () => {
    const { faults } = await watch(on('cartStoreSlow'));
    const states = held(faults);
    await expect.poll(() => states, soon).toEqual(['begun with 1400']);
    await faults.stop();
    expect(states).toEqual(['begun with 1400', 'ended']);
  });

  it('ends when the duration of its fault is over', async () => {
    const { faults } = await watch(on('cartStoreSlow', { for: 1000 }));
    const states = held(faults);
    await expect.poll(() => states, soon).toEqual(['begun with 1400', 'ended']);
  });

  it('restarts with changed settings', async () => {
    const { faults, file } = await watch(on('cartStoreSlow', { pause: 500 }));
    const states = held(faults);
    await writeFile(file, on('cartStoreSlow', { pause: 900 }));
    await expect.poll(() => states, soon).toEqual(['begun with 500', 'ended', 'begun with 900']);
  });

  it('is tried again if it could not begin, and reports the reason meanwhile', async () => {
    const { faults } = await watch(on('cartStoreSlow'));
    const store = { away: true };
    const tries: boolean[] = [];
    faults.whileOn('cartStoreSlow', async (_, { ended, report }) => {
      tries.push(store.away);
      if (store.away) throw new Error('the store is away');
      report();
      await once(ended, 'abort');
    });
    const problem = () => faults.status()[0]?.problem;
    await expect.poll(problem, soon).toBe('the store is away');
    store.away = false;
    await expect.poll(problem, soon).toBeUndefined();
    expect(tries.at(-1)).toBe(false);
  });
});
