import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  catalogue,
  type FaultKey,
  type FaultRequest,
  type Faults,
  renderFlags,
  switchOn,
  watchFaults,
} from '../src';

const on = (key: FaultKey, settings: Parameters<typeof switchOn>[1] = {}): string =>
  renderFlags([switchOn(key, settings)]);
const off = renderFlags([]);

const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-faults-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

interface Watched {
  faults: Faults;
  file: string;
  /** The request in progress. */
  current: { request: FaultRequest | undefined };
  errors: (string | undefined)[];
}

const watch = async (text = off, version = '1.0.0'): Promise<Watched> => {
  const file = join(await scratch(), 'faults.json');
  await writeFile(file, text);
  return watchFile(file, version);
};

const watchFile = async (file: string, version = '1.0.0'): Promise<Watched> => {
  const current: Watched['current'] = { request: { requestId: 'request-1' } };
  const errors: (string | undefined)[] = [];
  const faults = await watchFaults({
    file,
    version,
    request: () => current.request,
    onLoaded: (error) => errors.push(error?.message),
  });
  onTestFinished(() => faults.stop());
  return { faults, file, current, errors };
};

const soon = { timeout: 10_000, interval: 20 };

describe('a fault', () => {
  it('is off without a file', async () => {
    const faults = await watchFaults({
      file: undefined,
      version: '1',
      request: () => undefined,
      onLoaded: () => undefined,
    });
    expect(faults.active(catalogue.payment)).toBeUndefined();
    await faults.stop();
  });

  it('gives its settings while it is on', async () => {
    const { faults } = await watch(on('slowPayment', { rate: 100, delay: 700 }));
    expect(faults.active(catalogue.slowPayment)).toEqual({ rate: 100, delay: 700 });
    expect(faults.active(catalogue.payment)).toBeUndefined();
  });

  it('hits its share of the requests, each of them always or never', async () => {
    const { faults, current } = await watch(on('payment', { rate: 25 }));
    const hit = () => {
      const ids = [];
      for (let index = 0; index < 4000; index += 1) {
        current.request = { requestId: `request-${index}` };
        if (faults.active(catalogue.payment)) ids.push(index);
      }
      return ids;
    };
    const first = hit();
    expect(first.length / 4000).toBeGreaterThan(0.21);
    expect(first.length / 4000).toBeLessThan(0.29);
    expect(hit()).toEqual(first);
  });

  it('hits one product only', async () => {
    const { faults } = await watch(on('productItem', { product: 'egg-pan' }));
    expect(faults.active(catalogue.productItem, 'egg-pan')).toEqual({ product: 'egg-pan' });
    expect(faults.active(catalogue.productItem, 'stew-pot')).toBeUndefined();
  });

  it('hits one session only', async () => {
    const { faults, current } = await watch(on('searchSql', { session: '0123456789abcdef' }));
    expect(faults.active(catalogue.searchSql)).toBeUndefined();
    current.request = { requestId: 'request-1', session: '0123456789abcdef' };
    expect(faults.active(catalogue.searchSql)).toBeDefined();
  });

  it('hits one version only', async () => {
    const text = on('searchSql', { version: '2.0.0' });
    expect((await watch(text, '1.0.0')).faults.active(catalogue.searchSql)).toBeUndefined();
    expect((await watch(text, '2.0.0')).faults.active(catalogue.searchSql)).toBeDefined();
  });

  it('comes with a release', async () => {
    const text = on('badRelease', { fault: 'searchSql', version: '2.0.0' });
    expect((await watch(text, '1.0.0')).faults.active(catalogue.searchSql)).toBeUndefined();
    const { faults } = await watch(text, '2.0.0');
    expect(faults.active(catalogue.searchSql)).toEqual({ rate: 100 });
    expect(faults.active(catalogue.payment)).toBeUndefined();
  });

  it('ends by itself', async () => {
    const { faults } = await watch(renderFlags([switchOn('searchSql', { for: 1000 })]));
    expect(faults.active(catalogue.searchSql)).toBeDefined();
    await expect.poll(() => faults.active(catalogue.searchSql), soon).toBeUndefined();
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
    await expect.poll(() => faults.active(catalogue.searchSql), soon).toBeDefined();
    await write(file, off);
    await expect.poll(() => faults.active(catalogue.searchSql), soon).toBeUndefined();
  });

  it('acts when the links of a mounted ConfigMap are swapped', async () => {
    const directory = await scratch();
    const publish = async (generation: string, text: string) => {
      await mkdir(join(directory, generation));
      await writeFile(join(directory, generation, 'faults.json'), text);
      await symlink(generation, join(directory, '..data_tmp'));
      await rename(join(directory, '..data_tmp'), join(directory, '..data'));
    };
    await publish('..first', off);
    await symlink(join('..data', 'faults.json'), join(directory, 'faults.json'));
    const { faults } = await watchFile(join(directory, 'faults.json'));
    expect(faults.active(catalogue.searchSql)).toBeUndefined();
    await publish('..second', on('searchSql'));
    await rm(join(directory, '..first'), { recursive: true });
    await expect.poll(() => faults.active(catalogue.searchSql), soon).toBeDefined();
  });

  it('that makes no sense leaves everything as it was, and is told', async () => {
    const { faults, file, errors } = await watch(on('searchSql'));
    await writeFile(file, '{"flags":');
    await expect.poll(() => errors.at(-1), soon).toContain('no JSON');
    expect(faults.active(catalogue.searchSql)).toBeDefined();
    await writeFile(file, off);
    await expect.poll(() => errors.at(-1), soon).toBeUndefined();
    expect(faults.active(catalogue.searchSql)).toBeUndefined();
  });

  it('that takes the file away leaves everything as it was, until it is back', async () => {
    const { faults, file, errors } = await watch(on('searchSql'));
    await rm(file);
    await expect.poll(() => errors.at(-1), soon).toContain('ENOENT');
    expect(faults.active(catalogue.searchSql)).toBeDefined();
    await writeFile(file, on('searchSql'));
    await expect.poll(() => errors.at(-1), soon).toBeUndefined();
    await writeFile(file, off);
    await expect.poll(() => faults.active(catalogue.searchSql), soon).toBeUndefined();
  });
});

describe('what holds while a fault is on', () => {
  const held = (faults: Faults) => {
    const states: string[] = [];
    faults.whileOn(catalogue.cartStoreSlow, async ({ delay }, ended) => {
      states.push(`begun with ${delay}`);
      await new Promise((resolve) => ended.addEventListener('abort', resolve));
      states.push('ended');
    });
    return states;
  };

  it('begins and ends with it', async () => {
    const { faults, file } = await watch();
    const states = held(faults);
    expect(states).toEqual([]);
    await writeFile(file, on('cartStoreSlow', { delay: 500 }));
    await expect.poll(() => states, soon).toEqual(['begun with 500']);
    await writeFile(file, off);
    await expect.poll(() => states, soon).toEqual(['begun with 500', 'ended']);
  });

  it('begins at once where it is on already, and ends with the service', async () => {
    const { faults } = await watch(on('cartStoreSlow'));
    const states = held(faults);
    await expect.poll(() => states, soon).toEqual(['begun with 1400']);
    await faults.stop();
    expect(states).toEqual(['begun with 1400', 'ended']);
  });

  it('ends by itself with its fault', async () => {
    const { faults } = await watch(on('cartStoreSlow', { for: 1000 }));
    const states = held(faults);
    await expect.poll(() => states, soon).toEqual(['begun with 1400', 'ended']);
  });

  it('begins anew with other settings', async () => {
    const { faults, file } = await watch(on('cartStoreSlow', { delay: 500 }));
    const states = held(faults);
    await writeFile(file, on('cartStoreSlow', { delay: 900 }));
    await expect.poll(() => states, soon).toEqual(['begun with 500', 'ended', 'begun with 900']);
  });
});
