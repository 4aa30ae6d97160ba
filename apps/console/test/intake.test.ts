import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeLogs, encodeSpans } from '@faultline/otlp';
import { log, span } from '@faultline/otlp/testing';
import { ConfigError } from '@faultline/service';
import { ThreadEndedError } from '@faultline/telemetry-store';
import { expect, it } from 'vitest';
import { openStore } from '../src/intake/open-store';
import { configIn, openIntake } from './open-intake';
import { scratchDirectory } from './scratch';

it('counts what comes at the same time', { timeout: 60_000 }, async () => {
  const { intake, post } = await openIntake();
  const bodies = Array.from({ length: 20 }, () => encodeLogs([log({ time: Date.now() })]));
  await Promise.all(bodies.map((body) => post('logs', body)));
  expect((await intake.counts()).received).toBe(20);
});

it('stores what it receives, and counts it', { timeout: 60_000 }, async () => {
  const { store, intake, post } = await openIntake();
  expect(
    (await post('traces', encodeSpans([span({ start: Date.now(), end: Date.now() })]))).status,
  ).toBe(200);
  expect(
    (
      await post(
        'logs',
        encodeLogs([log({ time: Date.now() }), log({ time: Date.now(), level: 'error' })]),
      )
    ).status,
  ).toBe(200);
  await store.flush();
  expect((await store.trace(span().traceId)).total).toBe(1);
  expect(await intake.counts()).toEqual({
    received: 3,
    spansStored: 1,
    logsStored: 2,
    dropped: 0,
    rejected: 0,
    refused: { malformed: 0, tooLarge: 0, tooMany: 0, other: 0 },
  });
});

it('refuses what is no OTLP, and what is too large', { timeout: 60_000 }, async () => {
  const { intake, post } = await openIntake();
  expect((await post('traces', Buffer.from('no protobuf'))).status).toBe(400);
  expect((await post('logs', Buffer.alloc(5 * 1024 * 1024))).status).toBe(413);
  expect((await post('logs', encodeLogs([]), { 'content-encoding': 'br' })).status).toBe(415);
  expect(await intake.counts()).toMatchObject({
    received: 0,
    refused: { malformed: 1, tooLarge: 1, tooMany: 0, other: 1 },
  });
});

it('asks senders to try again later when too many send at once', { timeout: 60_000 }, async () => {
  const { intake, post } = await openIntake({ maxRequests: 1 });
  const slow = request(`${intake.url}/v1/logs`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-protobuf', 'content-length': 10 },
  });
  slow.on('error', () => undefined);
  slow.write('a');
  const refused = async () => {
    const response = await post('logs', encodeLogs([log()]));
    return [response.status, response.headers.get('retry-after')];
  };
  await expect.poll(refused).toEqual([429, '1']);
  slow.destroy();
  await expect.poll(async () => (await post('logs', encodeLogs([log()]))).status).toBe(200);
  expect((await intake.counts()).refused.tooMany).toBeGreaterThan(0);
});

/** The status of a request whose Host `fetch` would not send. */
const statusAs = (url: string, host: string): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    const headers = { host, 'content-type': 'application/x-protobuf' };
    request(`${url}/v1/logs`, { method: 'POST', headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end(encodeLogs([log({ time: Date.now() })]));
  });

it('asks senders to try again later when too many bytes come at once', {
  timeout: 60_000,
}, async () => {
  const { intake, post } = await openIntake();
  const size = 4 * 1024 * 1024;
  const slow = Array.from({ length: 16 }, () => {
    const started = request(`${intake.url}/v1/logs`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf', 'content-length': size },
    });
    started.on('error', () => undefined);
    started.write('a');
    return started;
  });
  const refused = async () => {
    const response = await post('logs', encodeLogs([log({ time: Date.now() })]));
    return [response.status, response.headers.get('retry-after')];
  };
  await expect.poll(refused).toEqual([429, '1']);
  for (const each of slow) each.destroy();
  await expect.poll(async () => (await refused())[0]).toBe(200);
});

it('asks senders to try again later while the store starts a thread again', {
  timeout: 60_000,
}, async () => {
  const ended = new ThreadEndedError('a thread of the store has ended');
  const { store } = await openIntake();
  const { intake, post } = await openIntake({
    store: { counts: store.counts, intake: () => Promise.reject(ended) },
  });
  const response = await post('logs', encodeLogs([log({ time: Date.now() })]));
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '2']);
  expect(await intake.counts()).toMatchObject({ received: 0, refused: { other: 1 } });
});

it('decodes JSON in another thread than that which serves', { timeout: 60_000 }, async () => {
  const { store, post } = await openIntake();
  const timeUnixNano = `${Date.now()}000000`;
  const records = Array.from({ length: 200_000 }, () => ({
    timeUnixNano,
    attributes: [{ key: 'text', value: { stringValue: 'a line of a log' } }],
  }));
  const body = gzipSync(
    JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: records }] }] }),
  );
  const before = process.threadCpuUsage();
  const response = await post('logs', body, {
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  });
  const { user, system } = process.threadCpuUsage(before);
  expect(response.status).toBe(200);
  // Decoding this takes more than a second; to read it from the socket and to hand it on takes little.
  expect((user + system) / 1000).toBeLessThan(500);
  await store.flush();
  expect(await store.counts()).toMatchObject({ logs: 200_000, dropped: 0 });
});

it('takes nothing from pages of other sites, nor under another name', {
  timeout: 60_000,
}, async () => {
  const { post, intake } = await openIntake({
    allowedHosts: ['faultline-console.default', '.example.com'],
  });
  expect(await statusAs(intake.url, 'evil.example')).toBe(403);
  for (const host of ['faultline-console', 'faultline-console.default:4318', 'a.example.com'])
    expect(await statusAs(intake.url, host)).toBe(200);
  const body = encodeLogs([log()]);
  expect((await post('logs', body, { origin: 'http://evil.example' })).status).toBe(403);
  expect((await post('logs', body, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
});

it('says which file of the store cannot be used', { timeout: 60_000 }, async () => {
  const directory = scratchDirectory();
  await mkdir(join(directory, 'telemetry'));
  const file = join(directory, 'telemetry/telemetry.db');
  await writeFile(
    file,
    'this is no database, and as long as the header of one would be, or longer',
  );
  const opened = openStore(configIn(directory));
  await expect(opened).rejects.toThrow(ConfigError);
  await expect(opened).rejects.toThrow(file);
});
