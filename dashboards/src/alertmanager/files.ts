import { toolUrl } from '@faultline/topology';
import { alertmanagerConfig } from './config';
import { messageTemplates } from './templates';

const folder = '/etc/alertmanager';

/** Alertmanager's configuration and templates: paths in the workspace with their contents. */
export const alertmanagerFiles = (): [path: string, contents: string][] => [
  [
    'deploy/alertmanager/alertmanager.yaml',
    alertmanagerConfig({
      slackUrlFile: `${folder}/secrets/slack-url`,
      deadMansSwitchUrlFile: `${folder}/secrets/dead-mans-switch-url`,
      templates: `${folder}/faultline.tmpl`,
    }),
  ],
  [
    'deploy/alertmanager/faultline.tmpl',
    messageTemplates({
      consoleUrl: toolUrl('console'),
      grafanaUrl: 'http://127.0.0.1:3000',
      docsUrl: 'http://127.0.0.1:8000',
    }),
  ],
];
