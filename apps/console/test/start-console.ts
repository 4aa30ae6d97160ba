import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFaults } from '@faultline/faults';
import { defineService } from '@faultline/service';
import { type ServiceForTest, startForTest } from '@faultline/service/testing';
import { Type } from 'typebox';
import { onTestFinished } from 'vitest';
import { noBudgetLog, noIncidents } from '../src/bundle/recorded';
import { openShopFaults } from '../src/faults/shop-faults';
import { requireTokenBeyondLoopback } from '../src/http/access';
import { httpConfig } from '../src/http/config';
import type { ConsoleContext } from '../src/http/console-context';
import { registerRoutes } from '../src/http/register-routes';
import type { ConsoleSources } from '../src/sources';
import { alertsOf, changesOf, healthOf, metricsOf } from './sources';

/** A directory that goes with the test. */
export const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-console-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
};

/** A file of faults, with nothing on. */
export const faultsFile = async (): Promise<string> => {
  const file = join(await scratch(), 'faults.yaml');
  await writeFile(file, renderFaults([]));
  return file;
};

interface Options {
  sources: Partial<ConsoleSources> & Pick<ConsoleSources, 'store'>;
  environment?: NodeJS.ProcessEnv;
  faults?: { file: string | undefined; readOnly?: boolean };
  context?: Partial<Pick<ConsoleContext, 'adminUrl' | 'storeUrl'>>;
}

const counts = {
  received: 12,
  spansStored: 8,
  logsStored: 2,
  dropped: 2,
  rejected: 3,
  refused: { malformed: 1, tooLarge: 1, tooMany: 0, other: 0 },
};

/** Starts a console over these sources. */
export const startConsole = async ({
  sources,
  environment = {},
  faults = { file: undefined },
  context = {},
}: Options): Promise<ServiceForTest> => {
  const definition = defineService({
    name: 'console',
    config: Type.Object({ HOST: Type.String({ default: '127.0.0.1' }), ...httpConfig }),
    build: async (app, config) => {
      requireTokenBeyondLoopback(config);
      const adminUrl = context.adminUrl ?? (() => undefined);
      await registerRoutes(app, config, {
        sources: {
          metrics: metricsOf([], { from: 0, count: 0 }),
          health: healthOf([]),
          alerts: alertsOf([]),
          changes: changesOf([]),
          incidents: noIncidents,
          budgets: noBudgetLog,
          probes: { latest: () => [] },
          intake: { url: '', counts: async () => counts },
          ...sources,
        },
        faults: await openShopFaults({ readOnly: false, ...faults, adminUrl }),
        identity: { version: '1.2.3', shop: faults.file !== undefined, maxBytes: 1e9 },
        installation: config.SERVICE_NAMESPACE,
        consoleUrl: 'http://console.example',
        storeUrl: () => undefined,
        ...context,
        adminUrl,
      });
    },
  });
  const service = await startForTest(definition, environment);
  onTestFinished(() => service.stop());
  return service;
};
