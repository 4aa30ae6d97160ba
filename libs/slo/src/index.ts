export { type Alert, type AlertName, alerts, type LogCondition } from './alerts';
export type { MetricCondition, Series } from './conditions';
export { type BoxRule, type HealthRule, healthRules, type MapBox } from './health-rules';
export { objectives } from './objectives';
export { failedShare, notFollowing } from './rule-terms';
