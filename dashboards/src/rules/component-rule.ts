import { type ComponentRule, componentUnhealthy, promqlState, type Timing } from '@faultline/slo';
import type { Rule } from './rule-file';

/** The recording rule of a component rule: 1 while the component is unhealthy, else 0, per installation. */
export const componentRule = ({ component, rule, when }: ComponentRule, timing: Timing): Rule => ({
  record: componentUnhealthy,
  expr: promqlState(when, timing),
  labels: { component, rule },
});
