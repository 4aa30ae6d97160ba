import type { HealthRule } from '@faultline/topology';
import { promql } from './promql';
import type { Rule } from './rule-file';

/** Whether a box of the map is red by a rule, as a series: 1 while it is, else 0. */
export const mapRule = ({ box, rule, when }: HealthRule): Rule => ({
  record: 'faultline:box_red',
  expr: `count(\n${promql(when)}\n) > bool 0 or vector(0)`,
  labels: { box, rule },
});
