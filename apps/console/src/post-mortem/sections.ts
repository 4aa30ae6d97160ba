import {
  type Actor,
  actorWords,
  type Claim,
  type Incident,
  type IncidentEntry,
  type Suspect,
} from '@faultline/contracts/console';
import { percent } from '../health/words';
import type { Impact } from '../incidents/findings';
import { runbookLink } from './links';
import { clock, count, lasted, link, plain, prose, table } from './markdown';
import type { Moments } from './moments';

/** How many lines the time line has at most; changes of state give way to everything else. */
const maxEntries = 1_000;

/** `by ada`; nothing if nobody did it. */
const byWords = (actor: Actor | undefined): string => {
  const words = actor && actorWords(actor);
  return words === undefined ? '' : `by ${plain(words)}`;
};

const untilWords = (incident: Incident, now: number): string =>
  incident.resolved === undefined
    ? `still open after ${lasted(now - incident.since)}`
    : lasted(incident.resolved - incident.since);

const acknowledgedWords = ({ since, acknowledged, acknowledgedBy }: Incident): string =>
  acknowledged === undefined
    ? 'by nobody'
    : `${byWords(acknowledgedBy)} after ${lasted(acknowledged - since)}, at ${clock(acknowledged)}`;

const resolvedWords = ({ resolved, resolvedBy }: Incident): string => {
  if (resolved === undefined) return 'still open';
  if (resolvedBy?.kind === 'recovery')
    return `by itself: its last alert ended at ${clock(resolved)}`;
  return resolvedBy?.kind === 'expiry'
    ? `not known: Alertmanager told of its last alert until ${clock(resolved)}, and no longer`
    : `${byWords(resolvedBy)} at ${clock(resolved)}`;
};

export const facts = (incident: Incident, now: number): string =>
  table(
    ['', ''],
    [
      ['Priority', incident.priority],
      ['Components', incident.components.map(plain).join(', ')],
      ['Began', `${clock(incident.since)}, with its first alert`],
      ['Duration', untilWords(incident, now)],
      ['Acknowledged', acknowledgedWords(incident)],
      ['Resolved', resolvedWords(incident)],
    ],
  );

/** What the explanation of the incident says, with links to its evidence. */
export const findingsSection = (
  consoleUrl: string,
  suspects: readonly Suspect[],
  claims: readonly Claim[],
): string =>
  [
    ...suspects.map(
      ({ component, words, link: path }) =>
        `- Suspect: **${plain(component)}**, ${plain(words)} (${link('evidence', consoleUrl + path)})`,
    ),
    ...claims.map(
      ({ words, link: path }) => `- ${plain(words)} (${link('evidence', consoleUrl + path)})`,
    ),
  ].join('\n');

const gatewayWords = ({ requests, failed }: Impact['gateways'][number]): string =>
  `${count(failed)} of ${count(requests)}${requests > 0 ? ` (${percent(failed / requests)})` : ''}`;

/** The incident in a sentence or two. */
export const summary = (incident: Incident, impact: Impact, now: number): string => {
  const { id, since, title, component, resolved } = incident;
  const [entry] = impact.gateways;
  const cost =
    impact.countedSince === undefined || !entry
      ? 'What it cost is not known any more.'
      : `Meanwhile ${gatewayWords(entry)} requests failed at ${entry.service}, and ${count(impact.failedPayments)} payments failed.`;
  const end = resolved === undefined ? 'is still open' : `lasted for ${lasted(resolved - since)}`;
  return `Incident ${id} (${plain(title)}) is about ${plain(component)}. It began at ${clock(since)} and ${end}${resolved === undefined ? `, for ${lasted(now - since)} by now` : ''}. ${cost}`;
};

const sessionRows = (sessions: Impact['sessions']): string[][] => {
  if (sessions === undefined)
    return [['Shoppers affected', 'not known: the logs of that time are no longer kept']];
  const minimum = sessions.isMinimum ? 'at least ' : '';
  return [
    ['Shoppers affected', `${minimum}${count(sessions.sessions)} sessions with a failed request`],
    ['Failed requests of unknown shoppers', `${minimum}${count(sessions.withoutSession)}`],
  ];
};

const howCounted = `Requests, payments and budgets are counted from metrics, which include the console’s own checks. A request failed if its
response was 5xx; a declined card is no failed payment. Where a budget is a share of the requests, what was spent is that at
the traffic of this time. Shoppers are the distinct sessions of requests that failed at web-gateway, by the hash in the error lines
of the services behind it, which is not shown here, and without the console’s checks. A shopper has no session before the
first item in the cart, and web-gateway alone knows none; requests without one cannot be attributed to shoppers.`;

export const impactSection = (
  { countedSince, gateways, failedPayments, budgets, sessions }: Impact,
  { began, end }: Moments,
  isOpen: boolean,
): string => {
  const until = isOpen ? `${clock(end)}, when this was written` : clock(end);
  const note =
    countedSince === undefined
      ? 'The metrics of that time are no longer kept, so requests, payments and budgets cannot be counted.'
      : `Counted from ${clock(countedSince)} to ${until}.${countedSince > began ? ` The incident began at ${clock(began)}; older metrics are no longer kept.` : ''}`;
  const fromMetrics =
    countedSince === undefined
      ? []
      : [
          ...gateways.map((each) => [`Failed requests at ${each.service}`, gatewayWords(each)]),
          ['Failed payments', count(failedPayments)],
        ];
  const budgetTable = table(
    ['Objective', 'Target', 'Spent', 'Share of the month’s budget'],
    budgets.map(({ title, objective, unit, errors, share: spent }) => [
      title,
      objective,
      `${count(errors)} ${unit}`,
      percent(spent),
    ]),
  );
  return [
    note,
    table(['What', 'How much'], [...fromMetrics, ...sessionRows(sessions)]),
    ...(countedSince === undefined ? [] : [budgetTable]),
    howCounted,
  ].join('\n\n');
};

const kinds: Readonly<Record<IncidentEntry['kind'], string>> = {
  'first-failure': 'First failure',
  lock: 'Lock',
  alert: 'Alert fired',
  'alert-ended': 'Alert ended',
  state: 'State',
  change: 'Change',
  acknowledged: 'Acknowledged',
  comment: 'Comment',
  resolved: 'Resolved',
};

const entryRow = ({ at, kind, component, words, by }: IncidentEntry): string[] => [
  clock(at),
  kinds[kind],
  component === undefined ? '' : plain(component),
  [prose(words), byWords(by)].filter((part) => part !== '').join(' '),
];

/** As many entries as there is room for. */
const shownEntries = (entries: readonly IncidentEntry[]): readonly IncidentEntry[] => {
  if (entries.length <= maxEntries) return entries;
  const others = entries.filter(({ kind }) => kind !== 'state').slice(0, maxEntries);
  const states = entries
    .filter(({ kind }) => kind === 'state')
    .slice(0, maxEntries - others.length);
  const shown = new Set([...others, ...states]);
  return entries.filter((entry) => shown.has(entry));
};

export const timelineSection = (entries: readonly IncidentEntry[]): string => {
  const shown = shownEntries(entries);
  const lines = table(['Time', 'What', 'Component', 'Details'], shown.map(entryRow));
  const left = entries.length - shown.length;
  return left === 0 ? lines : `${lines}\n\n${count(left)} more have no room here.`;
};

export const alertsSection = ({ alerts }: Incident): string =>
  table(
    ['Alert', 'Component', 'Priority', 'Fired', 'Ended', 'Runbook'],
    alerts.map(({ name, summary: words, component, priority, since, resolved, expired }) => [
      plain(words),
      plain(component),
      priority,
      clock(since),
      resolved === undefined ? 'still fires' : `${expired ? 'last told ' : ''}${clock(resolved)}`,
      runbookLink(name) ?? 'none',
    ]),
  );
