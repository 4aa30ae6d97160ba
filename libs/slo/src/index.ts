export {
  type Alert,
  type AlertId,
  type AlertName,
  alertKey,
  alertKindOf,
  alertNames,
  alerts,
  findAlert,
  type LogCondition,
  type Priority,
  runbookOf,
} from './alerts/alerts';
export {
  type CanaryCheck,
  type CanaryCheckName,
  type CanaryVerdict,
  canary,
  canaryChecks,
} from './canary';
export {
  type ComponentRule,
  type ComponentRuleName,
  componentRules,
  componentUnhealthy,
  type UnhealthyComponent,
} from './component-rules';
export {
  isShare,
  type MetricCondition,
  type Series,
  type SeriesOwner,
  serviceOf,
} from './conditions';
export type { JourneyStep } from './journey-steps';
export { objectives } from './objectives';
export { percent } from './plain-numbers';
export {
  errorRatio,
  evaluationWindow,
  maxErrorRatio,
  minRequests,
  minSlow,
  notFollowing,
} from './shared-conditions';
export {
  type BurnAlert,
  budgetRemaining,
  budgetRemainingExpression,
  burnAlerts,
  burnCondition,
  burnRate,
  burnRateExpression,
  burnWindows,
  recordedEvery,
} from './slos/burn-rates';
export { errorsExpression, type Indicator } from './slos/indicators';
export { type Slo, slos } from './slos/slos';
export { logql } from './translations/logql';
export { promql, promqlState } from './translations/promql';
export { selectorOf } from './translations/selector';
export { defaultScrapeSeconds, defaultTiming, type Timing, timingOf } from './translations/timing';
export { conditionInWords, timeInWords } from './translations/words';
