import { type ComponentRule, componentUnhealthy, promqlState, type Timing } from '@faultline/slo';
import type { Rule } from './rule-file';

/** Whether a component of an installation is unhealthy by a rule, as a series: 1 while it is, else 0. */
export const componentRule = ({ component, rule, when }: ComponentRule, timing: Timing): Rule => ({
  record: componentUnhealthy,
  expr: promqlState(when, timing),
  labels: { component, rule },
});
