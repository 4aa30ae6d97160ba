import { stringify } from 'yaml';

export interface AlertRule {
  alert: string;
  expr: string;
  for: string;
  labels: Readonly<Record<string, string>>;
  annotations: Readonly<Record<string, string>>;
}

interface RecordingRule {
  record: string;
  expr: string;
  labels: Readonly<Record<string, string>>;
}

export type Rule = AlertRule | RecordingRule;

export interface RuleGroup {
  name: string;
  interval: string;
  rules: readonly Rule[];
}

/** A file of rules, as Prometheus and Loki's ruler both read it. */
export const renderRules = (groups: readonly RuleGroup[]): string =>
  `# Generated from libs/slo by npm run generate.\n${stringify({ groups }, { lineWidth: 0 })}`;
