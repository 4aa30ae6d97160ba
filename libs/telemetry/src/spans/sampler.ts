import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';

/** Which spans are recorded. */
export interface Sampling {
  /** Decides for a trace that begins here, or for every span where callers are not followed. */
  root: Sampler;
  /** Whether a span whose parent is known is recorded just if that is. */
  followsParent: boolean;
}

const roots: Readonly<Record<string, (ratio: number) => Sampler>> = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio) => new TraceIdRatioBasedSampler(ratio),
};
const followingPrefix = 'parentbased_';
const names = Object.keys(roots).flatMap((name) => [name, followingPrefix + name]);

/**
 * The sampler of `OTEL_TRACES_SAMPLER` and `OTEL_TRACES_SAMPLER_ARG`, by default everything that the
 * caller samples. Throws an error that names the variable.
 */
export const samplerFrom = (environment: NodeJS.ProcessEnv): Sampling => {
  const { OTEL_TRACES_SAMPLER: name = 'parentbased_always_on', OTEL_TRACES_SAMPLER_ARG } =
    environment;
  const root = names.includes(name) ? roots[name.replace(followingPrefix, '')] : undefined;
  if (!root) throw new Error(`OTEL_TRACES_SAMPLER must be one of ${names.join(', ')}`);
  const ratio = Number(OTEL_TRACES_SAMPLER_ARG ?? 1);
  if (!(ratio >= 0 && ratio <= 1))
    throw new Error('OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1');
  return { root: root(ratio), followsParent: name.startsWith(followingPrefix) };
};
