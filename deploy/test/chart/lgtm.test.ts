import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { onlyPod } from './pods';
import { chart, combinations, missing, only, render } from './render';

const why = missing('helm');
const scratch: string[] = [];

afterEach(() => {
  for (const directory of scratch.splice(0)) rmSync(directory, { recursive: true });
});

const everything = () => render({ file: combinations.get('everything') ?? '' });

const dataOf = (name: string): Record<string, string> =>
  only(everything(), 'ConfigMap', name).data ?? {};

const ruleFile = (): string => readFileSync(join(chart, 'files/lgtm/rules/faultline.yaml'), 'utf8');

const Rules = Type.Object({
  groups: Type.Array(
    Type.Object({
      rules: Type.Array(
        Type.Object({ alert: Type.Optional(Type.String()), record: Type.Optional(Type.String()) }),
      ),
    }),
  ),
});

/** The names of the alerts and records in a file of rules. */
const namesOf = (file: unknown): (string | undefined)[] =>
  Parse(Rules, file).groups.flatMap(({ rules }) =>
    rules.map(({ alert, record }) => alert ?? record),
  );

describe.skipIf(why)(`the rules and dashboards${why ? ` (skipped: ${why})` : ''}`, () => {
  it('are all in the PrometheusRule', () => {
    const { spec, metadata } = only(everything(), 'PrometheusRule', 'faultline-telemetry');
    expect(namesOf(spec)).toEqual(namesOf(parse(ruleFile())));
    expect(metadata.labels.release).toBe('prometheus');
  });

  it('open incidents in the console, if it is enabled, with its token', () => {
    const tells = (values: object) => {
      const { data } = only(render({ values }), 'ConfigMap', 'faultline-lgtm');
      return data?.['alertmanager.yaml']?.match(/http:\/\/\S+/g) ?? [];
    };
    const observability = { lgtm: { enabled: true } };
    const url = 'http://faultline-console:8080/api/alerts?expireAfter=900';
    expect(tells({ observability })).toEqual([]);
    expect(tells({ observability, console: { enabled: true } })).toEqual([url]);
    const manifests = render({
      values: { observability, console: { enabled: true, existingSecret: 'mine' } },
    });
    const { volumes } = onlyPod(manifests, 'Deployment', 'faultline-lgtm').spec;
    expect(volumes).toContainEqual({ name: 'console', secret: { secretName: 'mine' } });
  });

  it('tell Slack and a dead man’s switch at the addresses in Secrets, and nobody without them', () => {
    const lgtmWith = (alertmanager: object) =>
      render({ values: { observability: { lgtm: { enabled: true, alertmanager } } } });
    const dataIn = (manifests: ReturnType<typeof render>) =>
      only(manifests, 'ConfigMap', 'faultline-lgtm').data ?? {};

    const nobody = dataIn(lgtmWith({}));
    expect(nobody['alertmanager.yaml']).not.toMatch(/slack|url_file|templates/);
    expect(nobody).not.toHaveProperty('faultline.tmpl');

    const manifests = lgtmWith({
      slack: {
        existingSecret: 'alerts',
        pagesKey: 'loud',
        consoleUrl: 'https://console.example.com',
        grafanaUrl: 'https://grafana.example.com',
      },
      deadMansSwitch: { existingSecret: 'switches', key: 'url' },
    });
    const data = dataIn(manifests);
    expect(parse(data['alertmanager.yaml'] ?? '')).toMatchObject({
      templates: ['/etc/alertmanager/faultline.tmpl'],
      receivers: [
        { name: 'pages', slack_configs: [{ api_url_file: '/etc/alertmanager/slack/pages' }] },
        { name: 'tickets', slack_configs: [{ api_url_file: '/etc/alertmanager/slack/tickets' }] },
        { name: 'console' },
        {
          name: 'dead-mans-switch',
          webhook_configs: [{ url_file: '/etc/alertmanager/dead-mans-switch/url' }],
        },
      ],
    });
    expect(data['faultline.tmpl']).toContain('https://console.example.com/components/');
    expect(data['faultline.tmpl']).toContain('https://grafana.example.com/d/');
    expect(data['faultline.tmpl']).not.toContain('127.0.0.1');
    const { volumes } = onlyPod(manifests, 'Deployment', 'faultline-lgtm').spec;
    expect(volumes).toContainEqual({
      name: 'slack',
      secret: {
        secretName: 'alerts',
        items: [
          { key: 'loud', path: 'pages' },
          { key: 'slack-url-ticket', path: 'tickets' },
        ],
      },
    });
    expect(volumes).toContainEqual({
      name: 'dead-mans-switch',
      secret: { secretName: 'switches', items: [{ key: 'url', path: 'url' }] },
    });
  });

  it('are not installed by default', () => {
    expect(render().filter(({ kind }) => kind === 'PrometheusRule')).toEqual([]);
  });

  it('are mounted into the lgtm pod, with their own templates unchanged', () => {
    const rules = dataOf('faultline-lgtm-rules')['faultline.yaml'] ?? '';
    expect(namesOf(parse(rules))).toEqual(namesOf(parse(ruleFile())));
    const logRules = dataOf('faultline-lgtm-loki-rules')['faultline.yaml'];
    expect(logRules).toContain('{{ __line__ }}');
    expect(logRules).toContain('{service_namespace="default/faultline",service_name="payment"}');
    const dashboard: unknown = JSON.parse(
      dataOf('faultline-lgtm-dashboards')['overview.json'] ?? '',
    );
    expect(dashboard).toHaveProperty('uid', 'faultline-overview');
  });
});

const whyNot = why ?? (spawnSync('promtool').error ? 'promtool is not on PATH' : undefined);

describe.skipIf(whyNot)(`promtool${whyNot ? ` (skipped: ${whyNot})` : ''}`, () => {
  it('accepts the Prometheus configuration and the rules of the lgtm pod', () => {
    const directory = mkdtempSync(join(tmpdir(), 'faultline-lgtm-'));
    scratch.push(directory);
    mkdirSync(join(directory, 'rules'));
    for (const [name, text] of Object.entries(dataOf('faultline-lgtm-rules')))
      writeFileSync(join(directory, 'rules', name), text);
    const configuration = dataOf('faultline-lgtm')['prometheus.yaml'] ?? '';
    writeFileSync(
      join(directory, 'prometheus.yaml'),
      configuration.replace('/otel-lgtm/faultline', directory),
    );
    const { status, stdout, stderr } = spawnSync(
      'promtool',
      ['check', 'config', join(directory, 'prometheus.yaml')],
      { encoding: 'utf8' },
    );
    expect(status, stdout + stderr).toBe(0);
    expect(stdout).toContain('1 rule files found');
  });
});
