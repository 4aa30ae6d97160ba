import { watchdog } from '../alertmanager/config';
import type { RuleGroup } from './rule-file';

/** The dead man's switch: an alert that always fires, whose absence somebody outside notices. */
export const watchdogGroup: RuleGroup = {
  name: 'faultline-watchdog',
  interval: '15s',
  rules: [
    {
      alert: watchdog,
      expr: 'vector(1)',
      for: '0s',
      labels: { priority: 'none' },
      annotations: {
        summary: 'Alerts can arrive',
        description: 'Always fires. When it stops arriving, Prometheus or Alertmanager is down.',
      },
    },
  ],
};
