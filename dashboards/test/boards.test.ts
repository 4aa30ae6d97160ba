import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { budgetRemaining, burnRate, componentRules, componentUnhealthy } from '@faultline/slo';
import { metricNames, metricOf } from '@faultline/telemetry/names';
import { identityLabels } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { boards } from '../src/boards/names';
import { k6Metrics } from '../src/boards/outside/k6-metrics';
import { dashboardFiles } from '../src/files';
import { datasources } from '../src/grafana/datasources';
import { boardQueries } from '../src/grafana/queries';
import { built, everyPanel, urlsIn, variablesIn } from './boards';

const queries = boardQueries();
const ofPanels = queries.filter(({ asks }) => !/^(variable|annotation) /.test(asks));

/** The labels in the first group of each match, where commas stand between several. */
const labelsIn = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].flatMap(([, labels = '']) => labels.split(/, ?/));

/** What services and the runtime expose, as scrapes name it, and what Prometheus, its rules and k6 make. */
const known = new Set<string>([
  ...metricNames.flatMap((name) =>
    metricOf(name).type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : name,
  ),
  'ALERTS',
  componentUnhealthy,
  budgetRemaining,
  burnRate,
  ...k6Metrics,
]);

describe.each(built)('the dashboard $name', ({ name, dashboard, panels }) => {
  const ids = (dashboard.panels ?? []).map(({ id }) => id);
  const variables = (dashboard.templating?.list ?? []).map((variable) => variable.name);

  it('is in the classic schema, which Grafana can provision from files', () => {
    const file = readFileSync(
      resolve(__dirname, `../../deploy/helm/faultline/files/lgtm/dashboards/${name}.json`),
      'utf8',
    );
    expect(JSON.parse(file)).toMatchObject({
      schemaVersion: expect.any(Number),
      panels: expect.any(Array),
    });
    for (const key of ['apiVersion', 'kind', 'spec', 'elements'])
      expect(JSON.parse(file)).not.toHaveProperty(key);
  });

  it('has a uid that stays, a description that says what it is made from, and can be edited', () => {
    expect(dashboard).toMatchObject({ uid: `faultline-${name}`, editable: true });
    expect(dashboard.id ?? null).toBeNull();
    expect(dashboard.description).toContain(`dashboards/src/boards/${name} by npm run generate`);
  });

  it('has panels with ids of their own and titles of their own', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
  });

  it('lays no panel over another, and fills each line', () => {
    const cells = (dashboard.panels ?? []).flatMap(({ gridPos = { x: 0, y: 0, w: 0, h: 0 } }) =>
      Array.from({ length: gridPos.w * gridPos.h }, (_, cell) =>
        [gridPos.x + (cell % gridPos.w), gridPos.y + Math.floor(cell / gridPos.w)].join(),
      ),
    );
    expect(new Set(cells).size).toBe(cells.length);
    const height = Math.max(...cells.map((cell) => Number(cell.split(',')[1]) + 1));
    expect(cells).toHaveLength(24 * height);
  });

  it('asks data sources that its variables name, by uids that the provisioned ones have', () => {
    for (const [uid, { type }] of Object.entries(datasources))
      expect(dashboard.templating?.list?.find((variable) => variable.name === uid)).toMatchObject({
        type: 'datasource',
        query: type,
        current: { value: uid },
      });
  });

  it('refers only to variables that it has', () => {
    const text = JSON.stringify([panels, dashboard.templating, dashboard.annotations]);
    expect([...new Set(variablesIn(text))].filter((each) => !variables.includes(each))).toEqual([]);
  });

  it('links to the others, by their tag', () => {
    expect(dashboard.tags).toContain('faultline');
    expect(dashboard.links).toContainEqual(
      expect.objectContaining({ type: 'dashboards', tags: ['faultline'], includeVars: true }),
    );
  });

  it('marks versions and alerts in its graphs', () => {
    const marks = (dashboard.annotations?.list ?? []).map((annotation) => annotation.name);
    expect(marks).toEqual(expect.arrayContaining(['Versions', 'Alerts']));
  });
});

describe.each(everyPanel)('“$title” of $board', ({ panel }) => {
  it('has a title, a description and a unit', () => {
    expect(panel.title).toMatch(/\S/);
    expect(panel.description).toMatch(/\S.*\.$/);
    expect(panel.fieldConfig?.defaults.unit).toMatch(/\S/);
  });

  it('asks data sources by variables, in the panel and in each query', () => {
    const uids = Object.values(datasources).map(({ uid }) => uid);
    expect(uids).toContain(panel.datasource?.uid);
    for (const target of panel.targets ?? []) {
      const own = new Map<string, unknown>(Object.entries(target)).get('datasource');
      if (own !== undefined) expect(own).toEqual(panel.datasource);
    }
  });
});

describe('links', () => {
  const uids = Object.values(boards).map(({ uid }) => uid);

  it.each(everyPanel)(
    'of “$title” of $board lead to boards and variables that there are',
    ({ panel }) => {
      for (const url of urlsIn(panel).filter((each) => each.startsWith('/d/'))) {
        const [, uid = ''] = /^\/d\/([\w-]+)\?/.exec(url) ?? [];
        expect(uids).toContain(uid);
        const target = built.find(({ dashboard }) => dashboard.uid === uid)?.dashboard;
        const variables = target?.templating?.list?.map(({ name }) => name);
        for (const [, variable] of url.matchAll(/var-(\w+)=/g))
          expect(variables).toContain(variable);
      }
    },
  );

  it('lead from every component of the architecture to its detail', () => {
    const architecture = everyPanel.find(({ title }) => title === 'Architecture')?.panel;
    const urls = urlsIn(architecture?.options);
    for (const { component } of componentRules)
      expect(urls.filter((url) => url.endsWith(`=${component}`))).toHaveLength(1);
  });
});

describe('queries', () => {
  const ofPrometheus = ofPanels.filter(({ datasource }) => datasource === 'prometheus');

  it.each(ofPrometheus)(
    '“$asks” of $board names its series: $legend',
    ({ text, legend, isInstant }) => {
      if (!isInstant) expect(legend).toMatch(/\S/);
      const named = labelsIn(legend, /\{\{(\w+)\}\}/g);
      const kept = labelsIn(text, /\bby \(([\w, ]*)\)/g);
      expect(named.filter((label) => !kept.includes(label))).toEqual([]);
      // `service` is what a variable is called; the label is `service_name`.
      expect(kept.filter((label) => label in identityLabels)).toEqual([]);
    },
  );

  it.each(ofPrometheus)('“$asks” of $board knows its metrics', ({ text }) => {
    const names = [...text.matchAll(/([a-zA-Z_:][\w:]*)\{/g)].map(([, name = '']) => name);
    expect(names).not.toEqual([]);
    expect(names.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each(ofPrometheus)(
    '“$asks” of $board has windows that follow the scrape interval',
    ({ text }) => {
      const windows = [...text.matchAll(/\b(?:rate|irate)\([^[]*\[([^\]]+)\]/g)];
      for (const [, window] of windows) expect(window).toBe('$__rate_interval');
    },
  );

  it.each(ofPrometheus)('“$asks” of $board adds up no two installations', ({ text }) => {
    const selectors = [...text.matchAll(/([a-zA-Z_:][\w:]*)\{([^}]*)\}/g)];
    for (const [, metric = '', matchers = ''] of selectors)
      if (!metric.startsWith('k6_'))
        expect(matchers).toContain('service_namespace="$installation"');
  });
});

it('every board is a generated file', () => {
  for (const name of Object.keys(boards))
    expect([...dashboardFiles().keys()]).toContain(
      `deploy/helm/faultline/files/lgtm/dashboards/${name}.json`,
    );
});
