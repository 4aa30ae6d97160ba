import { type AlertmanagerMessage, consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import type { AlertSignal, Incidents } from './incidents';

/**
 * Takes what an Alertmanager's message says of alerts; `expireAfter` in seconds. Returns how many it took. Throws
 * `too-many-incidents` if it could not take all.
 */
export const takeAlerts = (
  incidents: Pick<Incidents, 'signal'>,
  message: AlertmanagerMessage,
  expireAfter?: number,
): number => {
  const outcomes = signalsOf(message, expireAfter).map((signal) => incidents.signal(signal));
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

/** What an Alertmanager's message says of alerts; `expireAfter` in seconds. */
export const signalsOf = ({ alerts }: AlertmanagerMessage, expireAfter?: number): AlertSignal[] =>
  alerts
    .filter(({ labels }) => labels.alertname !== deadMansSwitch)
    .map((alert) => signalOf(alert, expireAfter));

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

const signalOf = (received: ReceivedAlert, expireAfter?: number) => {
  const { status, labels, annotations, startsAt, endsAt, fingerprint } = received;
  const { alertname = 'unnamed', subject, component, service } = labels;
  // What others' rules are about is known by the fingerprint alone.
  const about = subject || (fingerprint ?? '');
  const firing = status === 'firing';
  return {
    at: timeOf((firing ? undefined : endsAt) ?? startsAt),
    source: 'alertmanager',
    ...(fingerprint !== undefined && { fingerprint }),
    firing,
    ...(expireAfter !== undefined && { expireAfterMs: expireAfter * 1000 }),
    alert: {
      key: `${alertname} ${about}`,
      name: alertname,
      summary: short(annotations?.summary ?? alertname),
      priority: isPage(labels) ? 'page' : 'ticket',
      // Others' alerts without either are an incident for each name.
      component: component ?? service ?? alertname,
    },
  } as const satisfies AlertSignal;
};
