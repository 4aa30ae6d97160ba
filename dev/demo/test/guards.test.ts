import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { basename, dirname } from 'node:path';
import { listenOnFreePort, processIdentity } from '@faultline/stores';
import { describe, expect, it } from 'vitest';
import { checkFreeSpace } from '../src/guards/free-space';
import { acquireLock } from '../src/guards/lock';
import { readSecrets } from '../src/guards/secrets';
import { checkPorts } from '../src/guards/taken-ports';
import { scratchForTests } from './scratch';

const scratch = scratchForTests();

const listen = async () => {
  const server = createServer();
  return { server, port: await listenOnFreePort(server) };
};

describe('the lock', () => {
  it('is held by one process at a time, and names it', async () => {
    const file = scratch('lock');
    const lock = await acquireLock(file, 18080);
    expect(lock.takenOver).toBe(false);
    await expect(acquireLock(file, 8080)).rejects.toThrow(
      `Faultline already runs from this checkout (pid ${process.pid}, ports from 18080): press Ctrl-C in its terminal or type kill ${process.pid}`,
    );
    await lock.release();
    await (await acquireLock(file, 8080)).release();
    await expect(stat(file)).rejects.toThrow('ENOENT');
  });

  it('is taken over from a process that has ended', async () => {
    const file = scratch('stale');
    const gone = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => gone.once('exit', resolve));
    await writeFile(file, JSON.stringify({ pid: gone.pid, identity: 'x', portBase: 8080 }));
    const lock = await acquireLock(file, 8080);
    expect(lock.takenOver).toBe(true);
    await lock.release();
  });

  it('is taken over when the pid belongs to another process now', async () => {
    const file = scratch('reused');
    const { ppid } = process;
    expect(await processIdentity(ppid)).toBeDefined();
    await writeFile(file, JSON.stringify({ pid: ppid, identity: 'earlier', portBase: 8080 }));
    expect((await acquireLock(file, 8080)).takenOver).toBe(true);
  });

  it.each(['free', 'left by a process that is gone'])(
    'is got by one of many that start at once, when it is %s',
    async (state) => {
      for (let round = 0; round < 20; round += 1) {
        const file = scratch(`${state} ${round}.lock`);
        if (state !== 'free')
          await writeFile(
            file,
            JSON.stringify({ pid: process.pid, identity: 'x', portBase: round }),
          );
        const starts = await Promise.allSettled(
          Array.from({ length: 8 }, () => acquireLock(file, 8080)),
        );
        expect(starts.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
        const beside = await readdir(dirname(file));
        expect(beside.filter((name) => name.startsWith(basename(file)))).toEqual([basename(file)]);
      }
    },
  );

  it('is taken over if a crash left it incomplete', async () => {
    const file = scratch('half');
    await writeFile(file, '');
    expect((await acquireLock(file, 8080)).takenOver).toBe(true);
  });
});

describe('ports', () => {
  it('that are taken are named, with the component, the holder and what to do', async () => {
    const { server, port } = await listen();
    try {
      await expect(checkPorts([{ component: 'cart', port }], 0)).rejects.toThrow(
        new RegExp(
          `^Port ${port}, which cart needs, is taken( by node, pid ${process.pid})?: end that, or move all ports, for example with npm start -- --port-base 18080$`,
        ),
      );
    } finally {
      server.close();
    }
  });

  it('that become free in time are accepted', async () => {
    const { server, port } = await listen();
    const check = checkPorts([{ component: 'cart', port }], 5_000);
    server.close();
    await expect(check).resolves.toBeUndefined();
  });
});

describe('free disk space', () => {
  it('is checked before the start', async () => {
    const directory = scratch('room');
    await mkdir(directory);
    await checkFreeSpace(directory, 1);
    await expect(checkFreeSpace(directory, 1e18)).rejects.toThrow(
      /^The disk is nearly full: .*room has \d+ MB left and the demo needs 1000000000000 MB; free some, then start again$/,
    );
  });
});

describe('secrets', () => {
  it('are made once, and for their owner only', async () => {
    const file = scratch('secrets.json');
    const first = await readSecrets(file);
    expect(first.fingerprint.length).toBeGreaterThanOrEqual(32);
    expect(await readSecrets(file)).toEqual(first);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(first);
  });
});
