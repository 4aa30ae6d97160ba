import { componentUnhealthy } from '@faultline/slo';
import { metricNames, metricOf } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { overview } from '../src/overview/dashboard';
import { overviewQueries } from '../src/overview/queries';
import { renderRules } from '../src/rules/rule-file';
import { because, missing, promtool } from './promtool';

const why = missing('promtool');
const all = overview().panels ?? [];
const panels = all.flatMap((panel) => ('collapsed' in panel ? [] : [panel]));
const queries = overviewQueries();
/** A field that the SDK does not type, since targets of other datasources lack it. */
const textOf = (target: object, name: string): string =>
  String(new Map<string, unknown>(Object.entries(target)).get(name) ?? '');
/** What every panel asks its datasource, whichever that is. */
const targets = panels.flatMap(({ title, targets = [] }) =>
  targets.map((target) => ({
    panel: title,
    target,
    expr: textOf(target, 'expr'),
    legendFormat: textOf(target, 'legendFormat'),
  })),
);

/** The labels in the first group of each match, where commas stand between several. */
const labelsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, labels = '']) => labels.split(/, ?/));

/** What services and the runtime expose, as scrapes name it, and what Prometheus and its rules make. */
const known = new Set<string>([
  ...metricNames.flatMap((name) =>
    metricOf(name).type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : name,
  ),
  'ALERTS',
  componentUnhealthy,
]);

describe('the overview', () => {
  it('has panels with ids of their own, titles and units', () => {
    expect(panels.length).toBeGreaterThan(20);
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
    for (const { title, fieldConfig } of panels) {
      expect(title).not.toBe('');
      expect(fieldConfig?.defaults.unit, title).toEqual(expect.any(String));
    }
  });

  it('lays no panel over another', () => {
    const cells = all.flatMap(({ gridPos = { x: 0, y: 0, w: 0, h: 0 } }) =>
      Array.from({ length: gridPos.w * gridPos.h }, (_, cell) =>
        [gridPos.x + (cell % gridPos.w), gridPos.y + Math.floor(cell / gridPos.w)].join(),
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
  });

  it('asks datasources that its variables name, and whose uids the lgtm pod knows', () => {
    const variables = overview().templating?.list ?? [];
    const uids = panels.map(({ datasource }) => datasource?.uid?.replace(/^\$\{(\w+)\}$/, '$1'));
    for (const uid of ['prometheus', 'loki', 'tempo']) {
      expect(uids).toContain(uid);
      expect(variables.find(({ name }) => name === uid)).toMatchObject({
        type: 'datasource',
        current: { value: uid },
      });
    }
    expect(variables.map(({ name }) => name)).toContain('service');
  });

  it.each(targets)('has every variable that “$panel” asks for', ({ target }) => {
    const variables = (overview().templating?.list ?? []).map(({ name }) => name);
    const asked = [...JSON.stringify(target).matchAll(/\$\{?(\w+)/g)].map(([, name = '']) => name);
    expect(asked.filter((name) => !name.startsWith('__') && !variables.includes(name))).toEqual([]);
  });

  it.each(targets.filter(({ legendFormat }) => legendFormat !== ''))(
    'keeps the labels that the legend of “$panel” names: $legendFormat',
    ({ expr, legendFormat }) => {
      const named = labelsIn(legendFormat, /\{\{(\w+)\}\}/g);
      const kept = labelsIn(expr, /\bby \(([\w, ]+)\)/g);
      expect(named.filter((label) => !kept.includes(label))).toEqual([]);
      // `service` is what the dashboard's variable is called; the label is `service_name`.
      expect(kept.filter((label) => label in identityLabels)).toEqual([]);
    },
  );

  it.each(queries)('knows the metrics of “$panel”: $promql', ({ promql }) => {
    const names = [...promql.matchAll(/([a-zA-Z_:][\w:]*)\{/g)].map(([, name = '']) => name);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });
});

it.skipIf(why)(`Prometheus can read every query of the overview${because(why)}`, () => {
  const rules = queries.map(({ promql }, index) => ({
    record: `panel:query${index}`,
    expr: promql,
    labels: {},
  }));
  const text = renderRules([{ name: 'overview', interval: '5s', rules }]);
  expect(promtool(['check', 'rules'], 'rules.yaml', { 'rules.yaml': text })).toBe('');
});
