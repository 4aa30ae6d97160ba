import { burnAlerts, componentUnhealthy } from '@faultline/slo';
import { recorded } from '../../grafana/expressions';

const red = recorded(componentUnhealthy, ['component', '=~', '.+']);

/** Those about budgets fire for hours after what has spent them. */
const amber = recorded(
  'ALERTS',
  ['alertstate', '=', 'firing'],
  ['component', '=~', '.+'],
  ['alertname', '!~', burnAlerts.map(({ name }) => name).join('|')],
);

/** For each component 1 (red) while one of its rules holds, 0.5 (amber) while an alert about it fires, else 0. */
export const componentState = `max by (component) (${red} or 0.5 * max by (component) (${amber}))`;
