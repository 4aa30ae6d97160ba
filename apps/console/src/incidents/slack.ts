import { actorWords, type Incident, resolvedWords } from '@faultline/contracts/console';

const limitMs = 10_000;
/** How many alerts a message names, and how long their texts may be: those of others' rules may be of any length. */
const maxAlerts = 5;
const longestText = 300;

/** A message in the format of Slack's incoming webhooks. */
export interface SlackMessage {
  text: string;
  attachments: { color: string; text: string }[];
}

/** Whether a message of an incident lacks the end of a text. */
export const isShortened = (incident: Incident): boolean =>
  [
    incident.title,
    news(incident),
    ...incident.alerts.slice(0, maxAlerts).map(({ summary }) => summary),
  ].some((text) => text.length > longestText);

/** Slack's own characters of markup. */
const escaped = (text: string): string =>
  (text.length > longestText ? `${text.slice(0, longestText)}…` : text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

const clock = (time: number): string =>
  `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const colorOf = ({ state, priority }: Incident): string => {
  if (state === 'resolved') return 'good';
  return priority === 'page' ? 'danger' : 'warning';
};

/** What happened last to an incident. */
const news = ({ state, since, resolved, ...incident }: Incident): string => {
  const acknowledgedBy = incident.acknowledgedBy && actorWords(incident.acknowledgedBy);
  switch (state) {
    case 'open':
      return `since ${clock(since)}`;
    case 'acknowledged':
      return `acknowledged by ${acknowledgedBy}`;
    case 'resolved': {
      const seconds = Math.round(((resolved ?? since) - since) / 1000);
      const seen = acknowledgedBy === undefined ? '' : `; acknowledged by ${acknowledgedBy}`;
      return `from ${clock(since)}, for ${seconds} s${seen}; ${resolvedWords(incident.resolvedBy ?? { kind: 'recovery' })}`;
    }
  }
};

/**
 * What is told of an incident: what, since when, how bad, and where to look; and `before`, the component that it was said to be
 * about, if that is another one.
 */
export const slackMessage = (
  incident: Incident,
  consoleUrl: string,
  before?: string,
): SlackMessage => {
  const { id, state, priority, title, component, alerts } = incident;
  const left = alerts.length - maxAlerts;
  const lines = [
    escaped(news(incident)),
    ...(before === undefined ? [] : [escaped(`now about ${component}, no longer about ${before}`)]),
    ...alerts.slice(0, maxAlerts).map(({ summary }) => `• ${escaped(summary)}`),
    ...(left > 0 ? [`… and ${left} more`] : []),
    `<${consoleUrl}/incidents/${id}|Console>`,
  ];
  return {
    text: `Incident ${id} (${priority}), ${state}: ${escaped(title)}`,
    attachments: [{ color: colorOf(incident), text: lines.join('\n') }],
  };
};

/** Sends a message to an incoming webhook. Throws, without the address, if it was not accepted. */
export const sendToSlack = async (
  webhookUrl: string,
  message: SlackMessage,
  signal: AbortSignal,
): Promise<void> => {
  const response = await fetch(webhookUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(message),
    signal: AbortSignal.any([signal, AbortSignal.timeout(limitMs)]),
  }).catch((error: unknown) => {
    // Node's message may contain the address, which is a secret.
    throw new Error('Slack cannot be reached', { cause: error });
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Slack responded with ${response.status}`);
};
