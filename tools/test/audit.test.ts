import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listenOnFreePort } from '@faultline/stores';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../src/audit/judge';

const workspace = resolve(__dirname, '../..');
const id = 'GHSA-aaaa-bbbb-cccc';
const advisory = {
  id: 1,
  url: `https://github.com/advisories/${id}`,
  title: 'Reads beyond the end',
  severity: 'high',
  vulnerable_versions: '<99.0.0',
};
const exception = {
  advisory: id,
  package: 'fastify',
  reason: 'only reached by tests, which read no foreign input',
  until: '2999-12-31',
};

/** A registry that knows of one advisory, or of none, or cannot be asked. */
let server: Server;
let registry: string;
let answer: [status: number, body: object];
let directory: string;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'audit-'));
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const [status, body] = request.url?.endsWith('/bulk') ? answer : [404, {}];
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  registry = `http://127.0.0.1:${await listenOnFreePort(server)}/`;
});
afterAll(() => {
  server.close();
  rmSync(directory, { recursive: true });
});

/** `npm run audit` against that registry. */
const audit = (exceptions: readonly object[] = []) =>
  new Promise<{ code: unknown; output: string }>((done) => {
    const file = join(directory, 'exceptions.json');
    writeFileSync(file, JSON.stringify(exceptions));
    execFile(
      'npm',
      ['run', '--silent', 'audit', '--', '--exceptions', file],
      {
        cwd: workspace,
        env: { ...process.env, npm_config_registry: registry, npm_config_fetch_retries: '0' },
      },
      (error, stdout, stderr) => done({ code: error?.code ?? 0, output: stdout + stderr }),
    );
  });

describe('npm run audit', { timeout: 120_000 }, () => {
  it('passes if the registry knows of nothing', async () => {
    answer = [200, {}];
    expect(await audit()).toEqual({ code: 0, output: '0 advisories, 0 exceptions, 0 to act on\n' });
  });

  it('fails on an advisory, and names the package', async () => {
    answer = [200, { fastify: [advisory] }];
    const { code, output } = await audit();
    expect(output).toContain(`fastify <99.0.0: high: Reads beyond the end (${advisory.url})`);
    expect(code).toBe(1);
  });

  it('passes if the advisory is accepted', async () => {
    answer = [200, { fastify: [advisory] }];
    expect(await audit([exception])).toMatchObject({ code: 0 });
  });

  it('fails if the registry cannot be asked', async () => {
    answer = [405, {}];
    const { code, output } = await audit();
    expect(output).toMatch(/^The registry cannot be asked for advisories: 405 .*\n$/);
    expect(code).toBe(1);
  });
});

describe('an exception', () => {
  const finding = {
    ...advisory,
    id,
    package: 'fastify',
    range: '<99.0.0',
    severity: 'high',
  } as const;

  it('ends', () => {
    const ended = { ...exception, until: '2026-01-31' };
    expect(judge([finding], [ended], 'high', '2026-02-01')).toEqual([
      expect.stringContaining('Reads beyond the end'),
      `the exception ${id} for fastify ended on 2026-01-31`,
    ]);
    expect(judge([finding], [ended], 'high', '2026-01-31')).toEqual([]);
  });

  it('has to go when it is needed no more', () => {
    expect(judge([], [exception], 'high', '2026-02-01')).toEqual([
      `the exception ${id} for fastify is needed no more: remove it`,
    ]);
  });

  it('is not needed below the level', () => {
    expect(judge([{ ...finding, severity: 'low' }], [], 'high', '2026-02-01')).toEqual([]);
  });
});
