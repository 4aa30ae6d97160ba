import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@faultline/stores';
import { afterEach, describe, expect, it } from 'vitest';
import { docker } from '../images/command';
import { chart } from './render';

const files = join(chart, 'files');
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null) return;
  child.kill();
  await once(child, 'exit');
};

const redis = spawnSync('sh', ['-c', 'command -v redis-server'], { encoding: 'utf8' });
const noRedis = redis.status === 0 ? undefined : 'redis-server is not on PATH';

describe.skipIf(noRedis)(`start-redis.sh${noRedis ? ` (skipped: ${noRedis})` : ''}`, () => {
  it('passes passwords with any characters to Redis, and not as arguments', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'faultline-redis-'));
    cleanUps.push(() => rmSync(directory, { recursive: true }));
    // In front of the real one, to see what it is started with.
    const observed = join(directory, 'redis-server');
    const text = `#!/bin/sh\nprintf '%s\\n' "$@" >${directory}/arguments\nexec ${redis.stdout.trim()} "$@"\n`;
    writeFileSync(observed, text);
    chmodSync(observed, 0o755);
    const port = String(await freePort());
    const secret = randomBytes(8).toString('hex');
    const password = `p "q" \\ $(id) '${secret}`;
    const child = spawn(
      'sh',
      [join(files, 'start-redis.sh'), '--port', port, '--save', '', '--dir', directory],
      {
        stdio: 'ignore',
        env: {
          PATH: `${directory}:${process.env.PATH}`,
          REDISCLI_AUTH: password,
          PRIMARY_PASSWORD: `${password}-primary`,
        },
      },
    );
    cleanUps.push(() => stopped(child));

    const ask = (auth: string, ...words: string[]): string =>
      spawnSync('redis-cli', ['-p', port, ...words], {
        encoding: 'utf8',
        env: { ...process.env, REDISCLI_AUTH: auth },
      }).stdout;
    await expect.poll(() => ask(password, 'ping'), { timeout: 20_000 }).toBe('PONG\n');
    expect(ask(password, 'config', 'get', 'masterauth')).toContain(`${password}-primary`);
    expect(ask('wrong', 'ping')).not.toContain('PONG');
    expect(readFileSync(join(directory, 'arguments'), 'utf8')).not.toContain(secret);
  }, 60_000);
});

const image = 'postgres:17-bookworm';
const noImage =
  docker('image', 'inspect', image).status === 0 ? undefined : `no image ${image} is here`;

describe.skipIf(noImage)(`prepare-postgresql.sh${noImage ? ` (skipped: ${noImage})` : ''}`, () => {
  const volume = `faultline-test-${randomBytes(4).toString('hex')}`;

  /** The options of a container as the chart's pods are, under a user id without a name. */
  const pod = (password: string): string[] => [
    ...['--rm', '--network', 'none', '--read-only', '--user', '1000650000:0'],
    ...['--env', 'OWNER=product', '--env', `PASSWORD=${password}`],
    ...['--env', 'PGDATA=/var/lib/postgresql/data/pgdata'],
    ...['--tmpfs', '/tmp:mode=1777', '--tmpfs', '/var/run/postgresql:mode=1777'],
    ...['--volume', `${files}:/opt/faultline:ro`, '--volume', `${volume}:/var/lib/postgresql/data`],
  ];

  it('creates a server under a user id without a name, and changes its password later', async () => {
    cleanUps.push(() => docker('volume', 'rm', '--force', volume));
    docker('volume', 'create', volume);
    docker(
      ...['run', '--rm', '--volume', `${volume}:/data`, '--user', '0', '--entrypoint', 'chmod'],
      ...[image, '777', '/data'],
    );
    for (const password of ['first', "it's another"]) {
      const prepared = docker(
        ...['run', ...pod(password), image, 'bash', '/opt/faultline/prepare-postgresql.sh'],
      );
      expect(prepared.status, prepared.stderr).toBe(0);
    }
    const name = `${volume}-server`;
    cleanUps.push(() => docker('rm', '--force', name));
    const started = docker('run', '--detach', '--name', name, ...pod('unused'), image, 'postgres');
    expect(started.status, started.stderr).toBe(0);
    // As the chart's probes ask.
    const ready = ['pg_isready', '--host=localhost', '--username=postgres', '--quiet'];
    await expect
      .poll(() => docker('exec', name, ...ready).status, { timeout: 60_000, interval: 500 })
      .toBe(0);
    const logIn = (password: string) =>
      docker(
        ...['exec', '--env', `PGPASSWORD=${password}`, name],
        ...['psql', '-h', '127.0.0.1', '-U', 'product', '-Atc', 'select current_user', 'product'],
      );
    expect(logIn("it's another").stdout).toBe('product\n');
    expect(logIn('first').status).not.toBe(0);
  }, 180_000);
});
