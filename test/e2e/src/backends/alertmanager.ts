import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { alertmanagerConfig, messageTemplates } from '@faultline/dashboards';
import { freePort } from '@faultline/stores';
import { type Backend, startTool } from './tool';

export interface Alertmanager extends Backend {
  url: string;
}

interface Options {
  /** Where messages for Slack, and the calls of the dead man's switch, go. */
  slackUrls: { pages: string; tickets: string };
  deadMansSwitchUrl: string;
  console?: { url: string; token: string; repeatSeconds?: number };
}

/** An Alertmanager with the shop's configuration, which waits a second for a group instead of 15. */
export const startAlertmanager = async (receivers: Options): Promise<Alertmanager> => {
  const { addresses, ...backend } = await startTool(async () => {
    const url = `http://127.0.0.1:${await freePort()}`;
    return {
      command: 'alertmanager',
      configuration: (directory) => {
        const inside = (name: string, text: string): string => {
          writeFileSync(join(directory, name), text);
          return join(directory, name);
        };
        const links = { consoleUrl: 'http://console', grafanaUrl: 'http://grafana' };
        return alertmanagerConfig({
          slack: {
            urlFiles: {
              pages: inside('slack-url-page', receivers.slackUrls.pages),
              tickets: inside('slack-url-ticket', receivers.slackUrls.tickets),
            },
            templates: inside(
              'faultline.tmpl',
              messageTemplates({ ...links, docsUrl: 'http://docs' }),
            ),
          },
          ...(receivers.console && {
            console: {
              url: receivers.console.url,
              ...(receivers.console.repeatSeconds && {
                repeatSeconds: receivers.console.repeatSeconds,
              }),
              tokenFile: inside('console-token', receivers.console.token),
            },
          }),
          deadMansSwitchUrlFile: inside('switch-url', receivers.deadMansSwitchUrl),
          groupWait: '1s',
          groupInterval: '1s',
        });
      },
      arguments: (file, directory) => [
        `--config.file=${file}`,
        `--storage.path=${directory}/data`,
        `--web.listen-address=${new URL(url).host}`,
        '--cluster.listen-address=',
      ],
      readyUrl: `${url}/-/ready`,
      addresses: { url },
    };
  });
  return { ...backend, url: addresses.url };
};
