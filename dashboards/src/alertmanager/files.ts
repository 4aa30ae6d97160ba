import { toolUrl } from '@faultline/topology';
import { alertmanagerConfig } from './config';
import { messageTemplates } from './templates';

const folder = '/etc/alertmanager';

/** Alertmanager's configuration and templates: paths in the workspace with their contents. */
export const alertmanagerFiles = (): [path: string, contents: string][] => [
  [
    'deploy/alertmanager/alertmanager.yaml',
    alertmanagerConfig({
      slack: { urlFile: `${folder}/secrets/slack-url`, templates: `${folder}/faultline.tmpl` },
      console: { url: toolUrl('console'), tokenFile: `${folder}/secrets/console-token` },
      deadMansSwitchUrlFile: `${folder}/secrets/dead-mans-switch-url`,
    }),
  ],
  // The chart adds the console of its release.
  ['deploy/helm/faultline/files/lgtm/alertmanager.yaml', alertmanagerConfig({})],
  [
    'deploy/alertmanager/faultline.tmpl',
    messageTemplates({
      consoleUrl: toolUrl('console'),
      grafanaUrl: 'http://127.0.0.1:3000',
      docsUrl: 'http://127.0.0.1:8000',
    }),
  ],
];
