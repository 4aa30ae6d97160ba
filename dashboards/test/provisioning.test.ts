import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { boards } from '../src/boards/names';
import { datasources } from '../src/grafana/datasources';
import { provisioningFiles } from '../src/provisioning/files';
import { prometheusGroups } from '../src/rules/groups';
import type { Rule } from '../src/rules/rule-file';
import { sloGroups } from '../src/rules/slo-groups';
import { watchdogGroup } from '../src/rules/watchdog';
import { because, missing, promtool } from './promtool';

const workspace = resolve(__dirname, '../..');
const files = new Map(provisioningFiles());
const why = missing('promtool');

const fileOf = (path: string): string => files.get(path) ?? '';

describe.each([
  'deploy/grafana/provisioning/datasources/faultline.yaml',
  'deploy/helm/faultline/files/lgtm/datasources.yaml',
])('the data sources in %s', (path) => {
  const text = fileOf(path);

  it('are those that the dashboards start with', () => {
    const file: unknown = parse(text);
    expect(file).toMatchObject({
      datasources: [
        ...Object.entries(datasources).map(([uid, { type }]) => ({ uid, type })),
        { uid: 'alertmanager', type: 'alertmanager' },
      ],
    });
  });

  it('lead only to data sources and dashboards that there are', () => {
    const uids = [...text.matchAll(/(?:datasourceUid|targetUID): (\w+)/g)].map(([, uid]) => uid);
    expect(new Set(uids)).toEqual(new Set(Object.keys(datasources)));
    const fields = [
      ...text.matchAll(/matcherRegex: (\S+)\n +url: \/d\/([\w-]+)\?\$\$\{__url_time_range}/g),
    ].map(([, field, board]) => [field, board]);
    expect(fields).toEqual([
      ['service_name', boards.service.uid],
      ['^store$', boards.stores.uid],
    ]);
  });

  it('double the dollar of what Grafana must not take from its environment', () => {
    const environment = [...text.matchAll(/(?<!\$)\$\{?(\w+)/g)].map(([, name]) => name);
    expect(environment).toEqual(
      path.includes('helm')
        ? []
        : ['PROMETHEUS_URL', 'LOKI_URL', 'TEMPO_URL', 'PYROSCOPE_URL', 'ALERTMANAGER_URL'],
    );
  });
});

describe('the mixin', () => {
  const count = (path: string, kind: 'alert' | 'record'): number =>
    [...fileOf(`deploy/mixin/${path}`).matchAll(/^ +- (alert|record): /gm)].filter(
      ([, found]) => found === kind,
    ).length;

  it('has every rule of Prometheus, apart by kind', () => {
    const groups = [...prometheusGroups(timingOf(60)), ...sloGroups, watchdogGroup];
    const all = groups.flatMap(({ rules }): readonly Rule[] => rules);
    const alerts = all.filter((rule) => 'alert' in rule).length;
    expect(count('prometheus_alerts.yaml', 'alert')).toBe(alerts);
    expect(count('prometheus_alerts.yaml', 'record')).toBe(0);
    expect(count('prometheus_rules.yaml', 'record')).toBe(all.length - alerts);
    expect(count('prometheus_rules.yaml', 'alert')).toBe(0);
  });

  it('has every dashboard', () => {
    expect(readdirSync(join(workspace, 'deploy/mixin/dashboards_out')).sort()).toEqual(
      Object.keys(boards)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it.skipIf(why)(`has files that Prometheus accepts${because(why)}`, () => {
    for (const name of ['prometheus_alerts.yaml', 'prometheus_rules.yaml'])
      expect(promtool(['check', 'rules'], name, { [name]: fileOf(`deploy/mixin/${name}`) })).toBe(
        '',
      );
  });
});

describe('docs/dashboards.md', () => {
  const page = readFileSync(join(workspace, 'docs/dashboards.md'), 'utf8');

  it.each(Object.values(boards))('says what $uid answers', ({ uid, answers }) => {
    expect(page).toContain(`| \`${uid}\` | ${answers} |`);
  });

  it('starts a Grafana with directories that exist', () => {
    const mounted = [...page.matchAll(/\$PWD\/([\w./-]+)[:"]/g)].map(([, path = '']) => path);
    expect(mounted.length).toBeGreaterThan(1);
    for (const path of mounted) expect(existsSync(join(workspace, path)), path).toBe(true);
  });
});
