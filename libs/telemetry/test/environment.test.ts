import { describe, expect, it } from 'vitest';
import { prepareEnvironment } from '../src/environment/prepare-environment';
import { openTelemetryVariables } from '../src/environment/variables';
import { specification } from './fixtures/specification';

/** A value that a variable takes, and one that it does not; every text is a name or an attribute. */
const values: Readonly<Record<string, { good: string; bad?: string }>> = {
  OTEL_SDK_DISABLED: { good: 'TRUE', bad: '1' },
  OTEL_RESOURCE_ATTRIBUTES: { good: 'team=blue,a=b%20c', bad: 'team=blue,nonsense' },
  OTEL_SERVICE_NAME: { good: 'cart' },
  OTEL_LOG_LEVEL: { good: 'DEBUG', bad: 'chatty' },
  OTEL_PROPAGATORS: { good: 'baggage, tracecontext', bad: 'tracecontext,b3' },
  OTEL_TRACES_SAMPLER: { good: 'traceidratio', bad: 'sometimes' },
  OTEL_TRACES_SAMPLER_ARG: { good: '0.25', bad: '1.5' },
  OTEL_TRACES_EXPORTER: { good: 'otlp,console', bad: 'zipkin' },
  OTEL_LOGS_EXPORTER: { good: 'none', bad: 'logging' },
  OTEL_METRICS_EXPORTER: { good: 'prometheus', bad: 'otlp' },
  OTEL_METRICS_EXEMPLAR_FILTER: { good: 'trace_based', bad: 'always_on' },
};

/** The same for variables that exist for several signals or items, by the end of the name. */
const byEnding: readonly [RegExp, { good: string; bad: string }][] = [
  [/_(DELAY|TIMEOUT|COUNT_LIMIT)$/, { good: '0', bad: '-1' }],
  [/_(QUEUE_SIZE|BATCH_SIZE|LENGTH_LIMIT)$/, { good: '77', bad: '0' }],
  [/_ENDPOINT$/, { good: 'http://127.0.0.1:4318', bad: 'collector:4318' }],
  [/_HEADERS$/, { good: 'authorization=Bearer%20abc', bad: 'a b=c' }],
  [/_COMPRESSION$/, { good: 'gzip', bad: 'brotli' }],
  [/_PROTOCOL$/, { good: 'http/protobuf', bad: 'grpc' }],
  [/_(CERTIFICATE|KEY)$/, { good: __filename, bad: '/nowhere/at.all' }],
];

const valuesOf = (name: string) =>
  values[name] ?? byEnding.find(([ending]) => ending.test(name))?.[1];

const supported = openTelemetryVariables.filter(({ rule }) => rule !== undefined);
const unsupported = openTelemetryVariables.filter(({ rule }) => rule === undefined);
const names = (variables: readonly { name: string }[]) => variables.map(({ name }) => name);

describe("the variables of OpenTelemetry's specification", () => {
  it('are all in the table, once each', () => {
    const known = names(openTelemetryVariables);
    expect(known.filter((name) => specification.includes(name)).sort()).toEqual(
      [...specification].sort(),
    );
  });

  it.each(names(openTelemetryVariables))('%s is unset when it is empty or blank', (name) => {
    for (const value of ['', ' ']) {
      const environment = { [name]: value };
      expect(prepareEnvironment(environment)).toEqual([]);
      expect(environment).toEqual({});
    }
  });

  it.each(names(supported))('%s accepts valid values', (name) => {
    const good = valuesOf(name)?.good ?? '';
    const environment: NodeJS.ProcessEnv = { [name]: good };
    expect(prepareEnvironment(environment)).toEqual([]);
    const noLimit = name.endsWith('_TIMEOUT') && good === '0';
    expect(environment[name]).toBe(noLimit ? '2147483647' : good);
  });

  it.each(names(supported).filter((name) => valuesOf(name)?.bad))(
    '%s is ignored when it is malformed, and told without its value',
    (name) => {
      const bad = valuesOf(name)?.bad ?? '';
      const environment = { [name]: bad };
      const told = prepareEnvironment(environment);
      expect(told).toEqual([{ variable: name, reason: expect.stringMatching(/^must /) }]);
      expect(environment).toEqual({});
      if (bad.length > 2) expect(JSON.stringify(told)).not.toContain(bad);
    },
  );

  it.each(names(unsupported))('%s is reported as not supported', (name) => {
    const environment = { [name]: 'secret-value' };
    const told = prepareEnvironment(environment);
    expect(told).toEqual([
      { variable: name, reason: expect.stringMatching(/^is not supported: /) },
    ]);
    expect(environment).toEqual({});
  });
});

it('a variable that OpenTelemetry does not define is ignored and reported', () => {
  const environment = { OTEL_TRACE_SAMPLER: 'always_off', PATH: '/bin' };
  expect(prepareEnvironment(environment)).toEqual([
    {
      variable: 'OTEL_TRACE_SAMPLER',
      reason: 'is not a variable of OpenTelemetry that is known here',
    },
  ]);
  expect(environment).toEqual({ PATH: '/bin' });
});
