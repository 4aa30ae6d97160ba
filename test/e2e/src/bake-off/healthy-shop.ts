import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { prometheusRules } from '@faultline/dashboards';
import { layoutIn, smallHeap } from '@faultline/demo';
import { startProcessForTest } from '@faultline/service/testing';
import { defaultScrapeSeconds } from '@faultline/slo';
import { localEnvironment, serviceNames, services } from '@faultline/topology';
import { findings, firingAlerts } from './detectors';
import { type QuietReport, rolledService, watchHealthy } from './quiet';
import { type Instance, startRolledService } from './rolled-service';
import { startWatchedShop, type WatchedShop } from './watched-shop';

/** How long an old and a new version run beside each other, in milliseconds. */
const together = 10_000;

const workspace = resolve(__dirname, '../../../..');

/** The demo's own process, which it starts again after its end; nobody calls it then. */
const demoInstance = ({ demo }: WatchedShop): Instance => ({
  url: demo.url(rolledService),
  adminUrl: demo.adminUrl(rolledService),
  end: async () => {
    const { pid } = demo.process(rolledService);
    demo.kill(rolledService, 'SIGTERM');
    while (demo.process(rolledService).pid === pid) await delay(50);
  },
});

/** A process of another version, with what the demo gives its own. */
const startVersion = async (
  { demo, directory, collector }: WatchedShop,
  version: string,
): Promise<Instance> => {
  const {
    PORT: _port,
    ADMIN_PORT: _adminPort,
    ...local
  } = localEnvironment(rolledService, demo.portBase);
  const started = await startProcessForTest({
    arguments: [...smallHeap, 'dist/main.js'],
    cwd: resolve(workspace, 'apps', rolledService),
    environment: {
      ...process.env,
      ...local,
      NODE_ENV: 'production',
      OTEL_SERVICE_NAME: rolledService,
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: collector.traces,
      OTEL_EXPORTER_OTLP_LOGS_ENDPOINT: collector.logs,
      SERVICE_VERSION: version,
      DEPLOYMENT_ENVIRONMENT: 'demo',
      FAULTS_FILE: layoutIn(directory).faults,
    },
  });
  await started.untilReady();
  return { url: started.url, adminUrl: started.adminUrl, end: started.stop };
};

/** Watches a shop of its own, one service of which gets new versions. */
export const watchHealthyShop = async (
  minutes: number,
  burnFactor: number,
): Promise<QuietReport> => {
  await using cleanup = new AsyncDisposableStack();
  const rolled = await startRolledService();
  cleanup.defer(rolled.stop);
  const variable = { [services[rolledService].urlVariable]: rolled.url };
  const callers = serviceNames.filter((name) => services[name].calls.includes(rolledService));
  const shop = await startWatchedShop({
    environment: Object.fromEntries(callers.map((name) => [name, variable])),
    watchedAt: { [rolledService]: rolled.adminUrl },
    targetsFiles: { [rolledService]: rolled.targetsFile },
  });
  cleanup.defer(shop.stop);
  await rolled.add(demoInstance(shop));
  const prometheus = await shop.prometheus(prometheusRules(1, burnFactor));
  const installed = await shop.prometheus(prometheusRules(defaultScrapeSeconds));

  let versions = 0;
  const rollOut = async (): Promise<void> => {
    versions += 1;
    const next = await startVersion(shop, `next-${versions}`);
    cleanup.defer(async () => void (await next.end()));
    await rolled.add(next);
    await delay(together);
    await rolled.replaceOthers();
  };
  return await watchHealthy(
    {
      url: shop.demo.url('web-gateway'),
      restart: async () => shop.demo.kill('product', 'SIGTERM'),
      rollOut,
      look: () => findings({ ...shop.observers, prometheus }),
      lookInstalled: () => firingAlerts({ prometheus: installed }),
    },
    minutes,
  );
};
