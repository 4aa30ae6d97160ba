import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { missing, only, render } from './render';

const why = missing('helm');

interface Installation {
  release: string;
  namespace: string;
  values?: object;
}

/** The rules of a release for Prometheus's operator. */
const rulesOf = ({ release, namespace, values = {} }: Installation): string => {
  const telemetry = { prometheusRule: { enabled: true }, ...values };
  const name = release.includes('faultline') ? release : `${release}-faultline`;
  const manifests = render({ release, namespace, values: { telemetry } });
  return stringify(only(manifests, 'PrometheusRule', `${name}-telemetry`).spec, { lineWidth: 0 });
};

/** The times of burn rates do not depend on the scrape interval. */
const ofObjectives = [
  ...['5m', '30m', '2h', '6h', '1d', '3d', '30d'].map((window) => `[${window}]`),
  ...[150, 900, 1800, 3600, 10800, 43200, 129600].flatMap((half) => [
    `[${half}s]`,
    `offset ${half}s`,
  ]),
  'for: 0s',
];

/** The times that the descriptions of alerts name. */
const timesInWords = (rules: string): string[] => [
  ...new Set([...rules.matchAll(/within \d+ \w+|holds for \d+ \w+/g)].map(([found]) => found)),
];

const times = (rules: string): string[] => [
  ...new Set([...rules.matchAll(/\[\w+\]|offset \w+|for: \w+/g)].map(([found]) => found)),
];

describe.skipIf(why)(`the rules of a release${why ? ` (skipped: ${why})` : ''}`, () => {
  it('select only the series of that release, in every selector', () => {
    const rules = rulesOf({ release: 'blue', namespace: 'shop' });
    // Two braces begin a reference in a message.
    const selectors = [...rules.matchAll(/(?<!\{)\{(?!\{)[^}]*\}/g)].map(([found]) => found);
    expect(selectors.length).toBeGreaterThan(100);
    for (const each of selectors)
      expect(each).toContain('{service_namespace="shop/blue-faultline",service_name=');
  });

  it('have the namespace as a label, by which alerts are routed', () => {
    const rules = rulesOf({ release: 'blue', namespace: 'shop' });
    const count = (text: string) => rules.split(text).length - 1;
    expect(count('namespace: shop\n')).toBe(count('labels:\n'));
  });

  it.each([
    {
      title: 'a minute, where nothing else is said',
      values: {},
      window: '4m',
      lasting: '1m',
      words: ['4 min', '60 s'],
    },
    {
      title: 'what the PodMonitor says',
      values: { podMonitor: { enabled: true, interval: '5s' } },
      window: '1m',
      lasting: '15s',
      words: ['60 s', '15 s'],
    },
    {
      title: 'what the values say',
      values: { prometheusRule: { enabled: true, scrapeInterval: '30s' } },
      window: '2m',
      lasting: '30s',
      words: ['2 min', '30 s'],
    },
  ])('are for scrapes as often as $title', ({ values, window, lasting, words }) => {
    const rules = rulesOf({ release: 'faultline', namespace: 'shop', values });
    const expected = [`[${window}]`, `offset ${window}`, `for: ${lasting}`];
    expect(times(rules).sort()).toEqual(
      [...expected, '[1h]', '[10m]', 'offset 5m', ...ofObjectives].sort(),
    );
    expect(timesInWords(rules).sort()).toEqual(
      [`within ${words[0]}`, `holds for ${words[1]}`, 'within 10 min', 'within 2 s'].sort(),
    );
  });
});

const whyNot = why ?? (spawnSync('promtool').error ? 'promtool is not on PATH' : undefined);

/** What promtool has against these tests of the rules of several releases, all loaded together. */
const complaints = (installations: readonly Installation[], test: object): string => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-rules-'));
  try {
    const files = installations.map((installation, index) => {
      writeFileSync(join(directory, `${index}.yaml`), rulesOf(installation));
      return `${index}.yaml`;
    });
    const file = join(directory, 'test.yaml');
    writeFileSync(file, stringify({ rule_files: files, evaluation_interval: '5s', tests: [test] }));
    const { status, stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stdout + stderr;
  } finally {
    rmSync(directory, { recursive: true });
  }
};

describe.skipIf(whyNot)(`two releases${whyNot ? ` (skipped: ${whyNot})` : ''}`, () => {
  it('in one Prometheus raise one alert, of the release that has the fault', () => {
    const podMonitor = { enabled: true, interval: '5s' };
    const installations = ['blue', 'green'].map((release) => ({
      release,
      namespace: 'shop',
      values: { podMonitor },
    }));
    const running = (release: string, values: string) => ({
      series: `build_info{service_name="api-gateway",service_namespace="shop/${release}-faultline",job="api-gateway",instance="${release}"}`,
      values,
    });
    const firing = {
      labels:
        'ALERTS{alertname="ServiceDown",alertstate="firing",priority="page",service="api-gateway",component="api-gateway",subject="api-gateway",namespace="shop",service_namespace="shop/blue-faultline"}',
      value: 1,
    };
    const test = {
      interval: '5s',
      input_series: [running('blue', '1x10 stale'), running('green', '1x40')],
      promql_expr_test: [
        { expr: 'ALERTS{alertname="ServiceDown"}', eval_time: '2m', exp_samples: [firing] },
      ],
    };
    expect(complaints(installations, test)).toBe('');
  });
});
