import type { AlertmanagerMessage } from '@faultline/contracts/console';
import type { AlertSignal } from './incidents';

type ReceivedAlert = AlertmanagerMessage['alerts'][number];

/** An alert of Alertmanager's that always fires, so that its silence is noticed. */
const deadMansSwitch = 'Watchdog';

const isPage = ({ priority, severity }: ReceivedAlert['labels']): boolean =>
  priority === 'page' || (priority === undefined && severity === 'critical');

const signalOf = (received: ReceivedAlert, expireAfter?: number) => {
  const { status, labels, annotations, startsAt, endsAt, fingerprint } = received;
  const { alertname = 'unnamed', subject, component, service } = labels;
  // What others' rules are about is known by the fingerprint alone.
  const about = subject || (fingerprint ?? '');
  const firing = status === 'firing';
  return {
    at: Date.parse((firing ? undefined : endsAt) ?? startsAt),
    source: 'alertmanager',
    ...(fingerprint !== undefined && { fingerprint }),
    firing,
    ...(expireAfter !== undefined && { expireAfterMs: expireAfter * 1000 }),
    alert: {
      key: `${alertname} ${about}`,
      name: alertname,
      summary: annotations?.summary ?? alertname,
      priority: isPage(labels) ? 'page' : 'ticket',
      // Others' alerts without either are an incident for each name.
      component: component ?? service ?? alertname,
    },
  } as const satisfies AlertSignal;
};

/** What an Alertmanager's message says of alerts; `expireAfter` in seconds. */
export const signalsOf = ({ alerts }: AlertmanagerMessage, expireAfter?: number): AlertSignal[] =>
  alerts
    .filter(({ labels }) => labels.alertname !== deadMansSwitch)
    .map((alert) => signalOf(alert, expireAfter));
