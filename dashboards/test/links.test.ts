import { serviceNames, storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { byVersionRow } from '../src/boards/releases/by-version';
import { placeholder } from '../src/grafana/expressions';
import { boardQueries } from '../src/grafana/queries';
import { everyPanel, urlsIn } from './boards';
import { because, missing, testRules } from './promtool';

const why = missing('promtool');
const byVersion = byVersionRow.panels.map((panel) => panel.build().title);

const graphs = everyPanel.filter(
  ({ board, panel }) =>
    board === 'service' &&
    panel.type === 'timeseries' &&
    panel.datasource?.type === 'prometheus' &&
    !byVersion.includes(panel.title),
);

it.each(graphs)('a line of “$title” leads to the traces of its service', ({ panel }) => {
  expect(urlsIn(panel.fieldConfig).filter((url) => url.startsWith('/explore'))).toHaveLength(1);
});

it('a line of the timeline of the architecture leads to the board of its component alone', () => {
  const timeline = everyPanel.find(({ title }) => title === 'Which was red when')?.panel;
  const overrides = timeline?.fieldConfig?.overrides ?? [];
  const boardsOf = (name: string) =>
    overrides
      .filter(({ matcher }) => new RegExp(String(matcher.options)).test(name))
      .flatMap(urlsIn)
      .map((url) => url.split('?')[0]);
  for (const name of serviceNames) expect(boardsOf(name)).toEqual(['/d/faultline-service']);
  for (const name of storeNames) expect(boardsOf(name)).toEqual(['/d/faultline-stores']);
  expect(urlsIn(timeline?.fieldConfig?.defaults)).toEqual([]);
});

it('slow statements are of the stores that are chosen', () => {
  const slow = boardQueries().find(({ asks }) => asks === 'Slow statements');
  expect(slow?.text).toContain(`store=~"${placeholder('store', 'pipe')}"`);
});

describe.skipIf(why)(`The marks of versions${because(why)}`, () => {
  const marks = boardQueries().find(({ asks }) => asks === 'annotation Versions')?.text ?? '';
  const expr = marks.replaceAll('$installation', 'shop');
  const running = (version: string, values: string) => ({
    series: `build_info{service_name="cart",service_namespace="shop",version="${version}"}`,
    values,
  });
  const marked = (eval_time: string, ...versions: string[]) => ({
    expr,
    eval_time,
    exp_samples: versions.map((version) => ({
      labels: `{service_name="cart",version="${version}"}`,
      value: 1,
    })),
  });

  it.each([
    {
      title: 'are not at a restart of the only instance',
      input_series: [running('1', '1x40 stale _x7 1x40')],
      promql_expr_test: [marked('0s', '1'), marked('5m'), marked('12m30s')],
    },
    {
      title: 'are at a release, and at its roll-back',
      input_series: [running('1', '1x40 stale _x40 1x40'), running('2', '_x40 1x40 stale')],
      promql_expr_test: [marked('10m30s', '2'), marked('15m'), marked('20m45s', '1')],
    },
  ])('$title', ({ input_series, promql_expr_test }) => {
    const scene = { interval: '15s', input_series, promql_expr_test };
    expect(testRules('groups: []', [scene])).toBe('');
  });
});
