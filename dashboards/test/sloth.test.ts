import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { slos } from '@faultline/slo';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { because, missing, promtool, testRules } from './promtool';

const why = missing('sloth') ?? missing('promtool');

const specification = join(__dirname, '../../deploy/slo/sloth.yaml');

const groupsOf = (rules: string): { rules: Readonly<Record<string, unknown>>[] }[] =>
  parse(rules).groups;

describe.skipIf(why)(`Sloth${because(why)}`, () => {
  let rules: string;

  beforeAll(() => {
    const { status, stdout, stderr } = spawnSync('sloth', ['generate', '-i', specification], {
      encoding: 'utf8',
    });
    expect(status, stderr).toBe(0);
    rules = stdout;
  });

  it('generates a page and a ticket for each objective, in rules that Prometheus accepts', () => {
    expect(promtool(['check', 'rules'], 'rules.yaml', { 'rules.yaml': rules })).toBe('');
    const alerts = groupsOf(rules)
      .flatMap((group) => group.rules)
      .filter(({ alert }) => alert !== undefined)
      .map(({ labels }) => labels);
    expect(alerts).toEqual(
      slos.flatMap(({ name }) =>
        ['page', 'ticket'].map((priority) =>
          expect.objectContaining({ subject: name, priority, sloth_severity: priority }),
        ),
      ),
    );
  });

  it('pages while the checks of a gateway fail, and neither before nor for the other gateway', () => {
    const checks = (probe: string, outcome: string, values: string) => ({
      series: `probe_checks_total{service_name="console",service_namespace="shop",instance="one",job="a",probe="${probe}",outcome="${outcome}"}`,
      values,
    });
    const paged = (subject: string, eval_time: string, value: 0 | 1) => ({
      expr: `count(ALERTS{subject="${subject}",priority="page",alertstate="firing"}) or vector(0)`,
      eval_time,
      exp_samples: [{ labels: '{}', value }],
    });
    const failing = {
      interval: '1m',
      input_series: [
        checks('storefront', 'succeeded', '0+30x180'),
        checks('storefront', 'failed', '0x180'),
        checks('api', 'succeeded', '0+30x120 3600x60'),
        checks('api', 'failed', '0x120 0+30x60'),
      ],
      promql_expr_test: [
        paged('uptime-api-gateway', '119m', 0),
        paged('uptime-api-gateway', '130m', 1),
        paged('uptime-web-gateway', '130m', 0),
      ],
    };
    expect(testRules(rules, [failing], '1m')).toBe('');
  });
});
