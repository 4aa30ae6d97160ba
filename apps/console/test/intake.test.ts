import { mkdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { encodeLogs, encodeSpans } from '@faultline/otlp';
import { log, span } from '@faultline/otlp/testing';
import { ConfigError, readConfig } from '@faultline/service';
import { fetchWhole } from '@faultline/service/testing';
import { expect, it, onTestFinished } from 'vitest';
import { ConsoleConfig } from '../src/config';
import { type IntakeOptions, startIntake } from '../src/intake/intake';
import { openStore } from '../src/intake/open-store';
import { scratchDirectory } from './scratch';

const configIn = (directory: string) => readConfig(ConsoleConfig, { CONSOLE_DIRECTORY: directory });

/** An intake with a real store, both of which go with the test. */
const open = async (options: Partial<IntakeOptions> = {}) => {
  const store = await openStore(configIn(scratchDirectory()));
  onTestFinished(store.close);
  const intake = await startIntake({ host: '127.0.0.1', port: 0, store, ...options });
  onTestFinished(intake.close);
  const post = (signal: 'traces' | 'logs', body: Uint8Array, headers = {}) =>
    fetchWhole(`${intake.url}/v1/${signal}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-protobuf', ...headers },
      body: Buffer.from(body),
    });
  return { store, intake, post };
};

it('counts what comes at the same time', { timeout: 60_000 }, async () => {
  const { intake, post } = await open();
  const bodies = Array.from({ length: 20 }, () => encodeLogs([log({ time: Date.now() })]));
  await Promise.all(bodies.map((body) => post('logs', body)));
  expect((await intake.counts()).received).toBe(20);
});

it('stores what it receives, and counts it', { timeout: 60_000 }, async () => {
  const { store, intake, post } = await open();
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
    refused: { malformed: 0, tooLarge: 0, tooMany: 0, other: 0 },
  });
});

it('refuses what is no OTLP, and what is too large', { timeout: 60_000 }, async () => {
  const { intake, post } = await open();
  expect((await post('traces', Buffer.from('no protobuf'))).status).toBe(400);
  expect((await post('logs', Buffer.alloc(5 * 1024 * 1024))).status).toBe(413);
  expect((await post('logs', encodeLogs([]), { 'content-encoding': 'br' })).status).toBe(415);
  expect(await intake.counts()).toMatchObject({
    received: 0,
    refused: { malformed: 1, tooLarge: 1, tooMany: 0, other: 1 },
  });
});

it('asks senders to try again later when too many send at once', { timeout: 60_000 }, async () => {
  const { intake, post } = await open({ maxRequests: 1 });
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

it('takes nothing from pages of other sites, nor under another name', {
  timeout: 60_000,
}, async () => {
  const { post } = await open();
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
