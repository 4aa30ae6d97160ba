import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { access, chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findProgram } from '../src';
import { redisServer } from '../src/redis/server';
import { scratchForTests } from './scratch';

const run = promisify(execFile);
const scratch = scratchForTests();
const whyNot = existsSync('/usr/bin/dpkg-deb') ? '' : ' (skipped: no dpkg-deb here)';

/** A package whose program prints the library path that it was given, and its arguments. */
const buildPackage = async (directory: string, debs: string): Promise<void> => {
  const files: Record<string, string> = {
    'DEBIAN/control':
      'Package: redis-server\nVersion: 1\nArchitecture: all\nMaintainer: A <a@example.test>\nDescription: a stand-in\n',
    'usr/bin/redis-server': '#!/bin/sh\necho "$LD_LIBRARY_PATH|$FONTCONFIG_FILE|$*"\n',
    'usr/lib/x/libstand-in.so.1': '',
    'etc/fonts/fonts.conf': '',
  };
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(directory, name, '..'), { recursive: true });
    await writeFile(join(directory, name), text, { mode: 0o755 });
  }
  await run('dpkg-deb', ['--build', directory, join(debs, 'redis-server.deb')]);
};

let place = '';
const notices: string[] = [];
const options = () => ({ searched: [join(place, 'nowhere')], programs: join(place, 'programs') });
const redis = async () => {
  const server = await redisServer((line) => void notices.push(line), options());
  return server.command({ directory: '/', port: 1 })[0];
};
const installs = async () =>
  (await readFile(join(place, 'calls'), 'utf8')).split('\n').filter((call) => call === 'install');

describe.skipIf(whyNot)(`a machine without Redis, which has apt${whyNot}`, () => {
  beforeEach(async ({ task }) => {
    notices.length = 0;
    // With a blank, as in many a home.
    place = scratch.path(`machine ${task.id}`);
    await mkdir(join(place, 'debs'), { recursive: true });
    vi.stubEnv('PATH', `${join(__dirname, 'fixtures')}:${process.env.PATH}`);
    vi.stubEnv('DEBS', join(place, 'debs'));
    // No engine that could take over.
    vi.stubEnv('DOCKER_HOST', 'unix:///nowhere');
    vi.stubEnv('CALLS', join(place, 'calls'));
  });
  afterEach(() => vi.unstubAllEnvs());

  it('fetches it once if several stores start at the same time', async () => {
    await buildPackage(join(place, 'package'), join(place, 'debs'));
    const found = await Promise.all([redis(), redis(), redis(), redis()]);
    expect(new Set(found).size).toBe(1);
    expect(await installs()).toHaveLength(1);
    expect(notices[0]).toMatch(/^Redis is not installed: fetching it into .*redis-server$/);
  });

  it('runs it with its own libraries and fonts', async () => {
    await buildPackage(join(place, 'package'), join(place, 'debs'));
    const launcher = await redis();
    const { stdout } = await run(launcher, ['--port', '1']);
    const directory = dirname(launcher);
    expect(stdout.trim()).toBe(
      [join(directory, 'usr/lib/x'), join(directory, 'fonts.conf'), '--port 1'].join('|'),
    );
    expect(await readFile(join(directory, 'fonts.conf'), 'utf8')).toContain('usr/share/fonts');
  });

  it('rejects with the reason and the command to type if it cannot be fetched, and leaves no partial files', async () => {
    await expect(redis()).rejects.toMatchObject({
      code: 'NOT_INSTALLED',
      message:
        'Redis could not be fetched (Unable to locate package redis-server): type sudo apt-get install redis-server',
    });
    await buildPackage(join(place, 'package'), join(place, 'debs'));
    await access(await redis());
    const [system = ''] = await readdir(join(place, 'programs'));
    const kept = await readdir(join(place, 'programs', system));
    expect(kept.sort()).toEqual(['redis-server', 'redis-server.lock']);
  });
});

describe('finding a program', () => {
  it('returns the first name that exists and is executable', async () => {
    const directory = scratch.path('bin');
    await mkdir(directory);
    await writeFile(join(directory, 'redis-server'), '');
    await writeFile(join(directory, 'valkey-server'), '#!/bin/sh\n');
    await chmod(join(directory, 'valkey-server'), 0o755);
    expect((await stat(join(directory, 'redis-server'))).mode & 0o111).toBe(0);
    expect(await findProgram(['redis-server', 'valkey-server'], [directory])).toBe(
      join(directory, 'valkey-server'),
    );
  });
});
