export {
  type Alert,
  type AlertName,
  alertNames,
  alertOf,
  alerts,
  type LogCondition,
} from './alerts';
export {
  type ComponentRule,
  type ComponentRuleName,
  componentRules,
  componentUnhealthy,
  type UnhealthyComponent,
} from './component-rules';
export { type MetricCondition, type Series, serviceOf } from './conditions';
export type { JourneyStep } from './journey-steps';
export { objectives } from './objectives';
export { errorRatio, notFollowing } from './shared-conditions';
export { logql } from './translations/logql';
export { promql, promqlState } from './translations/promql';
export { selectorOf } from './translations/selector';
export { defaultScrapeSeconds, defaultTiming, type Timing, timingOf } from './translations/timing';
export { conditionInWords } from './translations/words';
