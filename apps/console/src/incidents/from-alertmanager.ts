import { type AlertmanagerMessage, consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import { defaultInstallation, identityLabels } from '@faultline/topology';
import type { AlertSignal, Incidents } from './incidents';

interface Receiver {
  /** In seconds. */
  expireAfter?: number | undefined;
  /** The installation of the console's own shop. */
  installation?: string;
}

/**
 * Takes what an Alertmanager's message says of alerts. Returns how many it took. Throws `too-many-incidents` if it could not take
 * all.
 */
export const takeAlerts = (
  incidents: Pick<Incidents, 'signal'>,
  message: AlertmanagerMessage,
  receiver: Receiver,
): number => {
  const outcomes = signalsOf(message, receiver).map((signal) => incidents.signal(signal));
  const refused = outcomes.filter((outcome) => outcome === 'refused').length;
  if (refused > 0)
    throw problemOf(
      consoleRoutes.receiveAlerts,
      'too-many-incidents',
      `${refused} of ${outcomes.length} alerts were refused: too many incidents are open.`,
    );
  return outcomes.length;
};

type ReceivedAlert = AlertmanagerMessage['alerts'][number];

/** An alert of Alertmanager's that always fires, so that its silence is noticed. */
const deadMansSwitch = 'Watchdog';

/** What an Alertmanager's message says of alerts. */
export const signalsOf = (
  { alerts }: AlertmanagerMessage,
  receiver: Receiver = {},
): AlertSignal[] =>
  alerts
    .filter(({ labels }) => labels.alertname !== deadMansSwitch)
    .map((alert) => signalOf(alert, receiver));

const isPage = ({ priority, severity }: ReceivedAlert['labels']): boolean =>
  priority === 'page' || (priority === undefined && severity === 'critical');

/** As long as incidents are kept. */
const longestAgo = 35 * 24 * 60 * 60_000;

/** A time of another machine, whose clock may be wrong. */
const timeOf = (text: string): number => {
  const now = Date.now();
  return Math.min(now, Math.max(now - longestAgo, Date.parse(text)));
};

/** Texts of others' rules are kept with each incident. */
const longestSummary = 1_000;

const short = (text: string): string =>
  text.length > longestSummary ? `${text.slice(0, longestSummary)}…` : text;

const signalOf = (
  received: ReceivedAlert,
  { expireAfter, installation: own = defaultInstallation }: Receiver,
) => {
  const { status, labels, annotations, startsAt, endsAt, fingerprint } = received;
  const { alertname = 'unnamed', subject, component, service } = labels;
  // What others' rules are about is known by the fingerprint alone.
  const about = subject || (fingerprint ?? '');
  const firing = status === 'firing';
  const { [identityLabels.installation]: installation = own } = labels;
  const other = installation === own ? undefined : installation;
  const summary = short(annotations?.summary ?? alertname);
  return {
    at: timeOf((firing ? undefined : endsAt) ?? startsAt),
    source: 'alertmanager',
    ...(fingerprint !== undefined && { fingerprint }),
    firing,
    ...(expireAfter !== undefined && { expireAfterMs: expireAfter * 1000 }),
    alert: {
      key: other === undefined ? `${alertname} ${about}` : `${alertname} ${about} in ${other}`,
      name: alertname,
      summary: other === undefined ? summary : `${summary} (${other})`,
      priority: isPage(labels) ? 'page' : 'ticket',
      // Others' alerts without either are an incident for each name.
      component: component ?? service ?? alertname,
      ...(other !== undefined && { installation: other }),
    },
  } as const satisfies AlertSignal;
};
