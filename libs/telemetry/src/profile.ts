import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { SourceMapper } from '@datadog/pprof';
import type { SpanContext } from '@opentelemetry/api';
import { isSampled } from './tracing';

/** Loaded on demand, because the profiler takes 10 MB. */
const loadProfiler = () => import('@datadog/pprof');

/**
 * Maps the profile of a bundled program to its sources, with the source map beside it. Made once, because the memory
 * of a source map is never freed.
 */
const sourcesOf = <Mapper>(maps: { create(folders: string[]): Promise<Mapper> }) => {
  const [, program = ''] = process.argv;
  return existsSync(`${program}.map`) ? maps.create([dirname(program)]) : undefined;
};

let sources: Promise<SourceMapper> | undefined;

/** Another profile is in progress; a process has one profiler. */
export class ProfilerBusyError extends Error {
  override readonly name = 'ProfilerBusyError';
}

let mark: ((span: SpanContext) => void) | undefined;

/** Sets the request to which a profile in progress attributes the following samples. */
export const markProfile = (span: SpanContext): void => mark?.(span);

/**
 * A CPU profile of this process over so many seconds, as gzipped pprof. Samples of a request have
 * its SERVER span as labels `trace_id` and `span_id` if it is sampled. Rejects with a ProfilerBusyError.
 */
export const cpuProfile = async (seconds: number): Promise<Buffer> => {
  const { encode, SourceMapper, time } = await loadProfiler();
  sources ??= sourcesOf(SourceMapper);
  const sourceMapper = await sources;
  if (time.isStarted()) throw new ProfilerBusyError('another profile is being taken');
  time.start({ withContexts: true, useCPED: true, ...(sourceMapper && { sourceMapper }) });
  mark = (span) =>
    time.setContext(isSampled(span) ? { trace_id: span.traceId, span_id: span.spanId } : {});
  try {
    await delay(seconds * 1000);
  } finally {
    mark = undefined;
  }
  // A profiler that ends forgets the source map before it uses it; one that goes on does not.
  const profile = time.stop(true, ({ context }) => ({ ...context?.context }));
  time.stop();
  return encode(profile);
};

/**
 * Sends profiles to Pyroscope, when an address is given, until the returned function is called, which sends the
 * last one.
 */
export const startContinuousProfile = (
  environment: NodeJS.ProcessEnv,
  service: string,
): (() => Promise<void>) => {
  const serverAddress = environment.PYROSCOPE_URL;
  if (!serverAddress) return async () => undefined;
  const started = import('@pyroscope/nodejs').then(async ({ default: pyroscope }) => {
    pyroscope.init({
      serverAddress,
      appName: service,
      sourceMapper: await sourcesOf(pyroscope.SourceMapper),
      tags: {
        version: environment.SERVICE_VERSION ?? '0.0.0',
        environment: environment.DEPLOYMENT_ENVIRONMENT ?? 'development',
      },
    });
    pyroscope.start();
    return pyroscope;
  });
  return async () => (await started).stop();
};
