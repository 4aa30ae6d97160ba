import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { Client } from 'pg';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  freePort,
  isPortFree,
  listenOnFreePort,
  processIdentity,
  removeStoreDirectory,
  startPostgres,
  startProcess,
} from '../src';
import { serverAccount } from '../src/postgres/account';
import { scratchForTests } from './scratch';

const login = { user: 'shop', password: "o'shop", database: 'shop' };
const scratch = scratchForTests();

const query = async (url: string, sql: string): Promise<unknown[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows.flat();
  } finally {
    await client.end();
  }
};

describe('an embedded PostgreSQL', () => {
  it('can be paused while connections open and close', async () => {
    const store = await startPostgres(login);
    let coming = true;
    const visits = Array.from({ length: 6 }, async () => {
      while (coming) await query(store.url, 'select 1');
    });
    try {
      for (let round = 0; round < 60; round += 1) {
        await store.pause();
        await store.resume();
        await query(store.url, 'select 1');
      }
    } finally {
      coming = false;
      await Promise.all(visits);
      await store.stop();
    }
  });

  it('has one database with pg_trgm and pg_stat_statements, owned by an ordinary role', async () => {
    const store = await startPostgres(login);
    try {
      await query(store.url, 'CREATE EXTENSION pg_trgm');
      expect(
        await query(
          store.url,
          `SELECT similarity('kettle', 'ketle') > 0.5, count(*) > 0, current_setting('is_superuser'),
             'Éclair' ILIKE 'éclair'
           FROM pg_stat_statements`,
        ),
      ).toEqual([true, true, 'off', true]);
    } finally {
      await store.stop();
    }
  });

  it('leaves no process, port or directory behind', async () => {
    const before = await scratch.entries();
    const store = await startPostgres(login);
    const { pid, port } = store;
    expect(await isPortFree(port)).toBe(false);
    expect(await scratch.entries()).toHaveLength(before.length + 1);
    await store.stop();
    expect(await processIdentity(pid)).toBeUndefined();
    expect(await isPortFree(port)).toBe(true);
    expect(await scratch.entries()).toEqual(before);
  });

  it('keeps its data when it is started again on the same port', async () => {
    const directory = scratch.path('kept');
    const port = await freePort();
    const first = await startPostgres({ ...login, directory, port });
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startPostgres({ ...login, directory, port });
    try {
      expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([42]);
    } finally {
      await second.stop();
    }
  });

  it('has all committed data after kill -9 and a restart', async () => {
    const store = await startPostgres({ ...login, directory: scratch.path('killed') });
    try {
      await query(store.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
      const { pid, exited } = store;
      store.kill('SIGKILL');
      expect(await exited).toEqual({ code: null, signal: 'SIGKILL' });
      await store.restart();
      expect(store.pid).not.toBe(pid);
      expect(await query(store.url, 'SELECT answer FROM kept')).toEqual([42]);
    } finally {
      await store.stop();
    }
  });

  it('starts if the pid in the pid file of a crashed server now belongs to another program', async () => {
    const directory = scratch.path('reused-pid');
    await (await startPostgres({ ...login, directory })).stop();
    const other = await startProcess({
      command: 'sleep',
      arguments: ['600'],
      cwd: '/',
      environment: process.env,
      account: await serverAccount(),
      orphanSignal: 'SIGKILL',
    });
    try {
      const cluster = join(directory, 'data');
      await writeFile(
        join(cluster, 'postmaster.pid'),
        `${other.pid}\n${cluster}\n1700000000\n5432\n\n127.0.0.1\n 0 0\nready\n`,
      );
      const store = await startPostgres({ ...login, directory });
      await store.stop();
      expect(other.running).toBe(true);
    } finally {
      await other.stop('SIGKILL', 1_000);
    }
  });

  it('starts again from the beginning after an interrupted first start', async () => {
    const directory = scratch.path('cut-short');
    await mkdir(join(directory, 'data.new'), { recursive: true });
    await writeFile(join(directory, 'data.new', 'PG_VERSION'), '18\n');
    const store = await startPostgres({ ...login, directory });
    try {
      expect(await query(store.url, 'SELECT 1')).toEqual([1]);
      expect(await readdir(directory)).toEqual(['data']);
    } finally {
      await store.stop();
    }
  });

  it('sends no response while it is paused', async () => {
    const store = await startPostgres(login);
    const client = new Client({ connectionString: store.url });
    await client.connect();
    try {
      await store.pause();
      let answered = false;
      const reply = client.query('SELECT 1').then(() => {
        answered = true;
      });
      const connecting = new Client({
        connectionString: store.url,
        connectionTimeoutMillis: 300,
      });
      await expect(connecting.connect()).rejects.toThrow('timeout');
      expect(answered).toBe(false);
      await store.resume();
      await reply;
      expect(answered).toBe(true);
    } finally {
      await client.end();
      await store.stop();
    }
  });

  it('rejects with the taken port, and leaves nothing behind', async () => {
    const before = await scratch.entries();
    const holder = createServer();
    const port = await listenOnFreePort(holder);
    try {
      await expect(startPostgres({ ...login, port })).rejects.toMatchObject({
        code: 'PORT_TAKEN',
        message: `PostgreSQL cannot use port ${port}: it is taken`,
        details: { port },
      });
      expect(await scratch.entries()).toEqual(before);
    } finally {
      holder.close();
    }
  });

  it('keeps its data in another directory if its account cannot read the given one', async (context) => {
    const account = await serverAccount();
    if (!account) return context.skip('only root runs PostgreSQL as another account');
    const closed = scratch.path('closed');
    await mkdir(closed, { mode: 0o700 });
    const directory = join(closed, 'store');
    onTestFinished(() => removeStoreDirectory(directory));
    const notices: string[] = [];
    const options = { ...login, directory, notice: (line: string) => void notices.push(line) };
    const first = await startPostgres(options);
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    const second = await startPostgres(options);
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([42]);
    await second.stop();

    const place = notices[0]?.split(' ').at(-1) ?? '';
    expect(notices).toEqual([
      `PostgreSQL does not run as root, and its account may not enter ${closed}: its data are in ${place}`,
    ]);
    expect((await stat(place)).uid).toBe(account.uid);
    await removeStoreDirectory(directory);
    await expect(stat(place)).rejects.toThrow('ENOENT');
    await expect(stat(directory)).rejects.toThrow('ENOENT');
    await rm(closed, { recursive: true });
  });
});
