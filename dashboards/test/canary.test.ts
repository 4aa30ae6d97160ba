import { type CanaryCheckName, canaryChecks } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { because, missing, testRules } from './promtool';
import { inputSeries, recorded } from './series';

const why = missing('promtool');

const scrapes = 25;
/** The new version starts after a minute, when nobody has scraped it yet. */
const start = 12;

interface Process {
  version: string;
  /** Requests to its route between two scrapes, and how many of them fail. */
  requests: number;
  failed?: number;
  /** Whether 10 % of its responses take longer than a second. */
  slow?: boolean;
  /** How many scrapes it answers before it does not any more; all of them by default. */
  answers?: number;
  /** The scrape from which on it is there, and after how many it is gone; by default the new version comes later, and none goes. */
  from?: number;
  goneAfter?: number;
}

/** A counter that has grown by so much at each scrape since the process started. */
const growing = (by: number, from: number, answers: number) =>
  Array.from({ length: scrapes }, (_, scrape) =>
    scrape < from || scrape >= from + answers ? undefined : by * (scrape - from + 1),
  );

const seriesOf = (
  {
    version,
    requests,
    failed = 0,
    slow = false,
    answers = scrapes,
    from = version === '2.0.0' ? start : 0,
    goneAfter = scrapes,
  }: Process,
  number: number,
) => {
  const instance = { instance: `10.0.0.${number}:9090` };
  const series = (name: string, labels: Readonly<Record<string, string>>, by: number) =>
    recorded('product', name, { ...labels, ...instance }, growing(by, from, answers));
  const route = { http_route: '/search' };
  const name = 'http_server_request_duration_seconds';
  const count = (status: string) => ({ ...route, http_response_status_code: status });
  const isThere = growing(1, from, goneAfter);
  return [
    { name: 'up', labels: { job: 'product', ...instance }, values: isThere },
    recorded(
      'product',
      'build_info',
      { version, ...instance },
      growing(1, from, answers).map((value) => value && 1),
    ),
    series(`${name}_count`, count('200'), requests - failed),
    ...(failed > 0 ? [series(`${name}_count`, count('500'), failed)] : []),
    series(`${name}_bucket`, { ...route, le: '0.1' }, slow ? requests * 0.9 : requests),
    series(`${name}_bucket`, { ...route, le: '1' }, slow ? requests * 0.9 : requests),
    series(`${name}_bucket`, { ...route, le: '+Inf' }, requests),
  ].map(inputSeries);
};

const checks = canaryChecks({
  service: 'product',
  installation: 'faultline',
  version: '2.0.0',
  window: '1m',
});

/** What Prometheus is asked, and has to answer 15 seconds after the first scrape of the new version. */
const complaints = (
  processes: readonly Process[],
  expected: Readonly<Record<CanaryCheckName, number | undefined>>,
): string =>
  testRules('groups: []', [
    {
      interval: '5s',
      input_series: processes.flatMap(seriesOf),
      promql_expr_test: checks.map(({ name, query }) => {
        const value = expected[name];
        const exp_samples = value === undefined ? [] : [{ labels: '{}', value }];
        return { expr: query, eval_time: `${(start + 3) * 5}s`, exp_samples };
      }),
    },
  ]);

const stable = { version: '1.0.0', requests: 100 };

describe.skipIf(why)(`a canary on Prometheus${because(why)}`, () => {
  it('is good while it is no worse than the stable version, from its first request on', () => {
    const processes = [stable, { version: '2.0.0', requests: 10 }];
    expect(complaints(processes, { traffic: 40, errors: 0, latency: 0 })).toBe('');
  });

  it('says nothing while it has too few requests', () => {
    const processes = [stable, { version: '2.0.0', requests: 4 }];
    expect(complaints(processes, { traffic: 16, errors: undefined, latency: undefined })).toBe('');
  });

  it('says nothing where there is no new version', () => {
    expect(complaints([stable], { traffic: 0, errors: undefined, latency: undefined })).toBe('');
  });

  it('is bad by the share of its requests that fail', () => {
    const processes = [stable, { version: '2.0.0', requests: 10, failed: 1 }];
    expect(complaints(processes, { traffic: 40, errors: 0.1, latency: 0 })).toBe('');
  });

  it('is bad by failures even before it has as many requests as else are needed', () => {
    const processes = [stable, { version: '2.0.0', requests: 1, failed: 1 }];
    expect(complaints(processes, { traffic: 4, errors: 1, latency: undefined })).toBe('');
  });

  it('is bad by its p95', () => {
    const processes = [stable, { version: '2.0.0', requests: 10, slow: true }];
    expect(complaints(processes, { traffic: 40, errors: 0, latency: 1 })).toBe('');
  });

  it('is bad beside a stable one, also while some of its processes cannot be scraped', () => {
    const bad = { version: '2.0.0', requests: 10, failed: 5 };
    const processes = [{ version: '1.0.0', requests: 1 }, bad, { ...bad, answers: 2 }];
    expect(complaints(processes, { traffic: 60, errors: 0.5, latency: 0 })).toBe('');
  });

  it('is not judged by the same version that was there shortly before, and failed', () => {
    const before = {
      version: '2.0.0',
      requests: 10,
      failed: 10,
      from: 4,
      answers: 5,
      goneAfter: 5,
    };
    const processes = [stable, before, { version: '2.0.0', requests: 10 }];
    expect(complaints(processes, { traffic: 40, errors: 0, latency: 0 })).toBe('');
  });

  it('is not to blame for what the stable version suffers from, too', () => {
    const processes = [
      { ...stable, failed: 6, slow: true },
      { version: '2.0.0', requests: 10, failed: 1, slow: true },
    ];
    expect(complaints(processes, { traffic: 40, errors: 0, latency: 0 })).toBe('');
  });
});
