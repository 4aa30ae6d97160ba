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

/** Renders a rule file in the format of Prometheus and Loki's ruler. */
export const renderRules = (groups: readonly RuleGroup[]): string =>
  `# Generated from libs/slo by npm run generate.\n${stringify({ groups }, { lineWidth: 0 })}`;
