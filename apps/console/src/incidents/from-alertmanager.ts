import type { AlertmanagerMessage } from '@faultline/contracts/console';
import type { AlertSignal } from './incidents';

type ReceivedAlert = AlertmanagerMessage['alerts'][number];

/** An alert of Alertmanager's that always fires, so that its silence is noticed. */
const deadMansSwitch = 'Watchdog';

const isPage = ({ priority, severity }: ReceivedAlert['labels']): boolean =>
  priority === 'page' || (priority === undefined && severity === 'critical');

const signalOf = ({ status, labels, annotations, startsAt, endsAt }: ReceivedAlert) => {
  const { alertname = 'unnamed', subject = '', component, service } = labels;
  const firing = status === 'firing';
  return {
    at: Date.parse((firing ? undefined : endsAt) ?? startsAt),
    source: 'alertmanager',
    firing,
    alert: {
      key: `${alertname} ${subject}`,
      name: alertname,
      summary: annotations?.summary ?? alertname,
      priority: isPage(labels) ? 'page' : 'ticket',
      component: component ?? service ?? 'unknown',
    },
  } as const satisfies AlertSignal;
};

/** What an Alertmanager's message says of alerts. */
export const signalsOf = ({ alerts }: AlertmanagerMessage): AlertSignal[] =>
  alerts.filter(({ labels }) => labels.alertname !== deadMansSwitch).map(signalOf);
