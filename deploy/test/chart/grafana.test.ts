import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { chart, combinations, missing, only, render } from './render';

const why = missing('helm');
const noAmtool = spawnSync('amtool', ['--version']).error !== undefined;
const because = noAmtool ? ' (skipped: amtool is not on PATH)' : '';
const everything = () => render({ file: combinations.get('everything') ?? '' });
const files = readdirSync(join(chart, 'files/lgtm/dashboards'));

describe.skipIf(why)(`Grafana${why ? ` (skipped: ${why})` : ''}`, () => {
  it('in the lgtm pod has data sources in place of the image’s own, under the same uids', () => {
    const { data = {} } = only(everything(), 'ConfigMap', 'faultline-lgtm');
    const file: unknown = parse(data['datasources.yaml'] ?? '');
    expect(file).toMatchObject({
      datasources: ['prometheus', 'loki', 'tempo', 'pyroscope', 'alertmanager'].map((uid) => ({
        uid,
      })),
    });
    expect(JSON.stringify(only(everything(), 'Deployment', 'faultline-lgtm').spec)).toContain(
      'provisioning/datasources/grafana-datasources.yaml',
    );
  });

  it.skipIf(noAmtool)(`has an Alertmanager beside it${because}`, () => {
    const { data = {} } = only(everything(), 'ConfigMap', 'faultline-lgtm');
    const directory = mkdtempSync(join(tmpdir(), 'faultline-alertmanager-'));
    const file = join(directory, 'alertmanager.yaml');
    writeFileSync(file, data['alertmanager.yaml'] ?? '');
    const { status, stderr } = spawnSync('amtool', ['check-config', file], { encoding: 'utf8' });
    rmSync(directory, { recursive: true });
    expect(status, stderr).toBe(0);
    expect(data['prometheus.yaml']).toContain('targets: [localhost:9093]');
  });

  it.each(files)('of another release finds %s by the label of its sidecar', (file) => {
    const name = `faultline-dashboard-${file.replace('.json', '')}`;
    const { metadata, data = {} } = only(everything(), 'ConfigMap', name);
    expect(metadata.labels.grafana_dashboard).toBe('shop');
    expect(metadata.annotations?.grafana_folder).toBe('Faultline');
    const dashboard: unknown = JSON.parse(data[`faultline-${file}`] ?? '');
    expect(dashboard).toHaveProperty('panels');
  });

  it('gets no dashboards by default', () => {
    const names = render().map(({ metadata }) => metadata.name);
    expect(names.filter((name) => name.includes('dashboard'))).toEqual([]);
  });
});
