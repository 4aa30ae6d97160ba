import type { HealthRule } from '@faultline/slo';
import { holds } from './promql';
import type { Rule } from './rule-file';
import type { Timing } from './timing';

/** Whether a box of an installation's map is red by a rule, as a series: 1 while it is, else 0. */
export const mapRule = ({ box, rule, when }: HealthRule, timing: Timing): Rule => ({
  record: 'faultline:box_red',
  expr: holds(when, timing),
  labels: { box, rule },
});
