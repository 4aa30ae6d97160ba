import { identityLabels } from '@faultline/topology';
import { stringify } from 'yaml';
import { inhibitRules } from './inhibition';

/** The alert that always fires: its absence says that no alert can arrive. */
export const watchdog = 'Watchdog';

/** Those who hear of alerts. Without any of them, alerts are grouped, silenced and shown, and told to nobody. */
export interface AlertmanagerOptions {
  slack?: {
    /**
     * The incoming webhook of pages and that of tickets, as files that hold them, so that they stand in no
     * configuration. Slack ties such a webhook to one channel.
     */
    urlFiles: Readonly<Record<'pages' | 'tickets', string>>;
    /** The file of templates. */
    templates: string;
  };
  /** The console, whose incidents these alerts then open and resolve. */
  console?: {
    /** Without a trailing slash. */
    url: string;
    /** The file that holds its token. */
    tokenFile: string;
    /** How often it is told of what still fires, in seconds. */
    repeatSeconds?: number;
  };
  /** Who is called every minute and complains when the calls stop, also as a file. */
  deadMansSwitchUrlFile?: string;
  /** How long a group waits for its causes to arrive, and until it tells what is new. */
  groupWait?: string;
  groupInterval?: string;
}

type Console = NonNullable<AlertmanagerOptions['console']>;

const slackMessage = (urlFile: string) => ({
  api_url_file: urlFile,
  send_resolved: true,
  color: '{{ template "faultline.color" . }}',
  title: '{{ template "faultline.title" . }}',
  title_link: '{{ template "faultline.console" . }}',
  text: '{{ template "faultline.text" . }}',
  fallback: '{{ template "faultline.title" . }}',
});

/**
 * The console's webhook. Of an alert that is silenced or inhibited Alertmanager tells no end: the console holds an alert for
 * over when it was not repeated for `expireAfter` seconds.
 */
const consoleWebhook = ({ url, tokenFile }: Console, repeatSeconds: number) => ({
  url: `${url}/api/alerts?expireAfter=${3 * repeatSeconds}`,
  send_resolved: true,
  // More than this the console does not take.
  max_alerts: 1000,
  http_config: { authorization: { credentials_file: tokenFile } },
});

/** The configuration of Alertmanager, as YAML. */
export const alertmanagerConfig = ({
  slack,
  console,
  deadMansSwitchUrlFile,
  groupWait = '15s',
  groupInterval = '1m',
}: AlertmanagerOptions): string => {
  const receiverOf = (name: 'pages' | 'tickets') => ({
    name,
    ...(slack && { slack_configs: [slackMessage(slack.urlFiles[name])] }),
  });
  const repeatSeconds = console?.repeatSeconds ?? 300;
  const configuration = {
    ...(slack && { templates: [slack.templates] }),
    route: {
      receiver: 'tickets',
      // One message for each component that is in trouble.
      group_by: [identityLabels.installation, 'component'],
      group_wait: groupWait,
      group_interval: groupInterval,
      repeat_interval: '24h',
      routes: [
        {
          matchers: [`alertname = ${watchdog}`],
          receiver: 'dead-mans-switch',
          group_wait: '0s',
          group_interval: '1m',
          // A repetition is due only when more than this has passed, so a whole minute would be two.
          repeat_interval: '50s',
        },
        ...(console
          ? [
              {
                matchers: [`alertname != ${watchdog}`],
                receiver: 'console',
                continue: true,
                repeat_interval: `${repeatSeconds}s`,
              },
            ]
          : []),
        { matchers: ['priority = page'], receiver: 'pages', repeat_interval: '4h' },
        // The receiver above is for what no route has taken, and that of the console takes all.
        { matchers: ['priority != page'], receiver: 'tickets' },
      ],
    },
    inhibit_rules: inhibitRules,
    receivers: [
      receiverOf('pages'),
      receiverOf('tickets'),
      ...(console
        ? [{ name: 'console', webhook_configs: [consoleWebhook(console, repeatSeconds)] }]
        : []),
      {
        name: 'dead-mans-switch',
        ...(deadMansSwitchUrlFile && {
          webhook_configs: [{ url_file: deadMansSwitchUrlFile, send_resolved: false }],
        }),
      },
    ],
  };
  const text = stringify(configuration, { lineWidth: 0, aliasDuplicateObjects: false });
  return `# Generated from dashboards/src/alertmanager by npm run generate.\n${text}`;
};
