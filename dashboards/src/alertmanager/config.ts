import { identityLabels } from '@faultline/topology';
import { stringify } from 'yaml';
import { inhibitRules } from './inhibition';

/** The alert that always fires: its absence says that no alert can arrive. */
export const watchdog = 'Watchdog';

export interface AlertmanagerOptions {
  /** Slack's webhook, as a file that holds it, so that it stands in no configuration. */
  slackUrlFile: string;
  /** Who is called every minute and complains when the calls stop, also as a file. */
  deadMansSwitchUrlFile: string;
  /** The file of templates. */
  templates: string;
  /** How long a group waits for its causes to arrive, and until it tells what is new. */
  groupWait?: string;
  groupInterval?: string;
}

const slack = (slackUrlFile: string, channel: string) => ({
  api_url_file: slackUrlFile,
  channel,
  send_resolved: true,
  color: '{{ template "faultline.color" . }}',
  title: '{{ template "faultline.title" . }}',
  title_link: '{{ template "faultline.console" . }}',
  text: '{{ template "faultline.text" . }}',
  fallback: '{{ template "faultline.title" . }}',
});

/** The configuration of Alertmanager. */
export const alertmanagerConfig = ({
  slackUrlFile,
  deadMansSwitchUrlFile,
  templates,
  groupWait = '15s',
  groupInterval = '1m',
}: AlertmanagerOptions): string => {
  const configuration = {
    templates: [templates],
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
      { name: 'pages', slack_configs: [slack(slackUrlFile, '#pages')] },
      { name: 'tickets', slack_configs: [slack(slackUrlFile, '#tickets')] },
      {
        name: 'dead-mans-switch',
        webhook_configs: [{ url_file: deadMansSwitchUrlFile, send_resolved: false }],
      },
    ],
  };
  return `# Generated from dashboards/src/alertmanager by npm run generate.\n${stringify(configuration, { lineWidth: 0 })}`;
};
