import { lokiRules } from '@faultline/dashboards';
import { startFanOut } from '@faultline/otlp/testing';
import {
  adminPortOffset,
  type ServiceName,
  serviceNames,
  toolCollector,
  toolPort,
  toolUrl,
} from '@faultline/topology';
import { startAlertmanager } from '../backends/alertmanager';
import { startLoki } from '../backends/loki';
import { eachService, startPrometheus } from '../backends/prometheus';
import { startShop } from '../start-shop';
import type { Observers } from './detectors';
import { type Slack, startSlack } from './slack';

type Shop = Awaited<ReturnType<typeof startShop>>;
type ShopOptions = NonNullable<Parameters<typeof startShop>[0]>;

/** A shop with its console, a Loki that has its logs and evaluates rules on them, and an Alertmanager that tells Slack. */
export interface WatchedShop extends Pick<Shop, 'demo' | 'directory' | 'switches'> {
  /** The collector of all traces and logs. */
  collector: NonNullable<ShopOptions['collector']>;
  slack: Slack;
  observers: Omit<Observers, 'prometheus'>;
  /** Starts a Prometheus that scrapes the shop and its console each second, with rules. */
  prometheus(rules: string): Promise<Observers['prometheus']>;
  stop(): Promise<void>;
}

interface Options extends Pick<ShopOptions, 'environment' | 'watchedAt'> {
  /** Files of targets for Prometheus, of services with other instances than the demo's. */
  targetsFiles?: Partial<Record<ServiceName, string>>;
}

export const startWatchedShop = async ({
  targetsFiles = {},
  ...options
}: Options = {}): Promise<WatchedShop> => {
  await using cleanup = new AsyncDisposableStack();
  const slack = await startSlack();
  cleanup.defer(slack.stop);
  const alertmanager = await startAlertmanager({
    slackUrls: { pages: slack.url, tickets: slack.url },
    deadMansSwitchUrl: `${slack.url}/switch`,
  });
  cleanup.defer(alertmanager.stop);
  const loki = await startLoki({ rules: lokiRules(), alertmanager: alertmanager.url });
  cleanup.defer(loki.stop);
  const telemetry = await startFanOut();
  cleanup.defer(telemetry.stop);
  const shop = await startShop({ ...options, collector: telemetry.collector, console: true });
  cleanup.defer(shop.stop);
  const { demo } = shop;
  telemetry.add(toolCollector('console', demo.portBase));
  telemetry.add({ logs: loki.logsUrl });

  const adminOfConsole = toolPort('console', demo.portBase) + adminPortOffset;
  const jobs = [
    ...eachService({
      ...Object.fromEntries(
        serviceNames
          .filter((name) => targetsFiles[name] === undefined)
          .map((name) => [name, demo.adminUrl(name)]),
      ),
      console: `http://127.0.0.1:${adminOfConsole}`,
    }),
    ...Object.entries(targetsFiles).map(([name, file]) => ({
      job_name: name,
      file_sd_configs: [{ files: [file] }],
    })),
  ];
  const prometheus: WatchedShop['prometheus'] = async (rules) => {
    const started = await startPrometheus({ jobs, rules, alertmanager: alertmanager.url });
    disposal.defer(started.stop);
    return started;
  };

  const disposal = cleanup.move();
  return {
    ...{ demo, directory: shop.directory, switches: shop.switches, slack, prometheus },
    collector: telemetry.collector,
    observers: { loki, console: toolUrl('console', demo.portBase) },
    stop: () => disposal.disposeAsync(),
  };
};
