import { toolUrl } from '@faultline/topology';
import { alertmanagerConfig } from './config';
import { messageTemplates } from './templates';

const folder = '/etc/alertmanager';
const chartFolder = 'deploy/helm/faultline/files/lgtm';

const localTemplates = messageTemplates({
  consoleUrl: toolUrl('console'),
  grafanaUrl: 'http://127.0.0.1:3000',
});

/** Alertmanager's configuration and templates: paths in the workspace with their contents. */
export const alertmanagerFiles = (): [path: string, contents: string][] => [
  [
    'deploy/alertmanager/alertmanager.yaml',
    alertmanagerConfig({
      slack: {
        urlFiles: {
          pages: `${folder}/secrets/slack-url-page`,
          tickets: `${folder}/secrets/slack-url-ticket`,
        },
        templates: `${folder}/faultline.tmpl`,
      },
      console: { url: toolUrl('console'), tokenFile: `${folder}/secrets/console-token` },
      deadMansSwitchUrlFile: `${folder}/secrets/dead-mans-switch-url`,
    }),
  ],
  // The chart adds the host of its release's console, and removes whom its values do not name.
  [
    `${chartFolder}/alertmanager.yaml`,
    alertmanagerConfig({
      slack: {
        urlFiles: { pages: `${folder}/slack/pages`, tickets: `${folder}/slack/tickets` },
        templates: `${folder}/faultline.tmpl`,
      },
      console: { url: '', tokenFile: `${folder}/secrets/token` },
      deadMansSwitchUrlFile: `${folder}/dead-mans-switch/url`,
    }),
  ],
  ['deploy/alertmanager/faultline.tmpl', localTemplates],
  // The chart replaces the addresses.
  [`${chartFolder}/faultline.tmpl`, localTemplates],
];
