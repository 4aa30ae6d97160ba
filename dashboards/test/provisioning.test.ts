import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { timingOf } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { boards } from '../src/boards/names';
import { datasources } from '../src/grafana/datasources';
import { provisioningFiles } from '../src/provisioning/files';
import { prometheusGroups } from '../src/rules/groups';
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
  const { datasources: provisioned } = parse(text);

  it('are those that the dashboards start with', () => {
    expect(provisioned).toMatchObject(
      Object.entries(datasources).map(([uid, { type }]) => ({ uid, type })),
    );
  });

  it('lead only to data sources and dashboards that there are', () => {
    const uids = [...text.matchAll(/(?:datasourceUid|targetUID): (\w+)/g)].map(([, uid]) => uid);
    expect(new Set(uids)).toEqual(new Set(Object.keys(datasources)));
    const [, board] = /url: \/d\/([\w-]+)\?/.exec(text) ?? [];
    expect(Object.values(boards).map(({ uid }) => uid)).toContain(board);
  });

  it('double the dollar of what Grafana must not take from its environment', () => {
    const environment = [...text.matchAll(/(?<!\$)\$\{?(\w+)/g)].map(([, name]) => name);
    expect(environment).toEqual(
      path.includes('helm') ? [] : ['PROMETHEUS_URL', 'LOKI_URL', 'TEMPO_URL', 'PYROSCOPE_URL'],
    );
  });
});

describe('the mixin', () => {
  const rulesIn = (path: string): object[] =>
    parse(fileOf(path)).groups.flatMap(({ rules }: { rules: object[] }) => rules);

  it('has every rule of Prometheus, apart by kind', () => {
    const alerts = rulesIn('deploy/mixin/prometheus_alerts.yaml');
    const records = rulesIn('deploy/mixin/prometheus_rules.yaml');
    for (const rule of alerts) expect(rule).toHaveProperty('alert');
    for (const rule of records) expect(rule).toHaveProperty('record');
    const all = prometheusGroups(timingOf(60)).flatMap(({ rules }) => rules);
    expect(alerts.length + records.length).toBe(all.length);
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
