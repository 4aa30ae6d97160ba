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
  };
  /** Who is called every minute and complains when the calls stop, also as a file. */
  deadMansSwitchUrlFile?: string;
  /** How long a group waits for its causes to arrive, and until it tells what is new. */
  groupWait?: string;
  groupInterval?: string;
}

const slackMessage = (urlFile: string) => ({
  api_url_file: urlFile,
  send_resolved: true,
  color: '{{ template "faultline.color" . }}',
  title: '{{ template "faultline.title" . }}',
  title_link: '{{ template "faultline.console" . }}',
  text: '{{ template "faultline.text" . }}',
  fallback: '{{ template "faultline.title" . }}',
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
    ...(console && {
      webhook_configs: [
        {
          url: `${console.url}/api/alerts`,
          send_resolved: true,
          http_config: { authorization: { credentials_file: console.tokenFile } },
        },
      ],
    }),
  });
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
          repeat_interval: '1m',
        },
        { matchers: ['priority = page'], receiver: 'pages', repeat_interval: '4h' },
      ],
    },
    inhibit_rules: inhibitRules,
    receivers: [
      receiverOf('pages'),
      receiverOf('tickets'),
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
