import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cpuProfile, currentTrace, ProfilerBusyError, traced } from '../src';
import { markProfile } from '../src/profile';
import { listening } from './listening';
import { recordSpans, withinUnsampled } from './recorded-spans';
import { startTraced } from './traced-process';

const spans = recordSpans();

const burn = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) Math.sqrt(end);
};

/** The values of a label in the samples of a profile. */
const labelValues = (profile: Buffer, label: string): Set<string> => {
  const { sample, stringTable } = Profile.decode(gunzipSync(profile));
  const text = (index: number | bigint) => stringTable.strings[Number(index)] ?? '';
  return new Set(
    sample.flatMap((each) =>
      each.label.filter(({ key }) => text(key) === label).map(({ str }) => text(str)),
    ),
  );
};

describe('a CPU profile', () => {
  it('labels its samples with the trace that they belong to', async () => {
    const taking = cpuProfile(1);
    // The profiler is loaded when it is first wanted.
    await expect
      .poll(() => cpuProfile(1).catch((error) => error))
      .toBeInstanceOf(ProfilerBusyError);
    await traced('request', async () => {
      const context = currentTrace();
      if (context) markProfile(context);
      burn(300);
    });
    const unsampled = withinUnsampled(() => {
      const context = currentTrace();
      if (context) markProfile(context);
      burn(300);
      return context;
    });
    const [request] = spans();
    const profile = await taking;
    expect(labelValues(profile, 'trace_id')).not.toContain(unsampled?.traceId);
    expect(labelValues(profile, 'span_id')).toContain(request?.spanContext().spanId);
    expect(labelValues(profile, 'trace_id')).toContain(request?.spanContext().traceId);
  });
});

/** Functions of a profile, as `name file`. */
const functionsIn = (profile: Buffer): string[] => {
  const decoded = Profile.decode(gunzipSync(profile));
  const text = (index: number | bigint) => decoded.stringTable.strings[Number(index)] ?? '';
  return decoded.function.map(({ name, filename }) => `${text(name)} ${text(filename)}`);
};

it('names the functions and sources of a bundled program', () => {
  const folder = join(__dirname, 'fixtures/bundled');
  onTestFinished(() => rmSync(join(folder, 'dist'), { recursive: true, force: true }));
  const run = (...words: string[]) =>
    spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const made = run(resolve(__dirname, '../../../dev/bundle/main.mjs'));
  expect(made.status, made.stderr).toBe(0);
  const { stdout, stderr } = run('dist/main.js');
  expect(stderr).toBe('');
  const functions = functionsIn(Buffer.from(stdout, 'base64'));
  expect(functions).toContain(`burn ${join(folder, 'src/main.ts')}`);
});

it('profiles are sent to Pyroscope continuously', { timeout: 60_000 }, async () => {
  const received = Promise.withResolvers<{ url: string; body: Buffer }>();
  const pyroscope = await listening(async (request, response) => {
    const body = await buffer(request);
    if (request.url?.includes('sampleRate')) received.resolve({ url: request.url, body });
    response.end();
  });
  const service = await startTraced('cart', {
    PYROSCOPE_URL: pyroscope,
    PYROSCOPE_WALL_SAMPLING_DURATION_MS: '500',
    PYROSCOPE_FLUSH_INTERVAL_MS: '500',
  });
  const { url, body } = await received.promise;
  expect((await service.send('/profile')).status).toBe(409);
  await service.stop();
  expect(decodeURIComponent(url)).toMatch(/^\/ingest\?format=pprof&.*name=cart\{.*version=1\.0\.0/);
  expect(body.length).toBeGreaterThan(100);
});
