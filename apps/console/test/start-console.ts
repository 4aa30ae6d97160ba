import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderFaults } from '@faultline/faults';
import { defineService } from '@faultline/service';
import { type ServiceForTest, startForTest } from '@faultline/service/testing';
import { Type } from 'typebox';
import { onTestFinished } from 'vitest';
import { noBudgetLog, noIncidents } from '../src/bundle/recorded';
import { openFaultDoor } from '../src/faults/fault-door';
import { refuseOpenDoors } from '../src/http/access';
import { doorConfig } from '../src/http/config';
import type { Inside } from '../src/http/handlers';
import { openDoors } from '../src/http/open-doors';
import type { ConsoleSources } from '../src/sources';
import { alertsOf, changesOf, healthOf, metricsOf } from './sources';

/** A directory that goes with the test. */
export const scratch = async (): Promise<string> => {
  const directory = await mkdtemp(join(tmpdir(), 'faultline-console-doors-'));
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
  inside?: Partial<Pick<Inside, 'adminUrl' | 'storeUrl'>>;
}

const counts = {
  received: 12,
  spansStored: 8,
  logsStored: 2,
  dropped: 2,
  rejected: 3,
  refused: { malformed: 1, tooLarge: 1, tooMany: 0, other: 0 },
};

/** The doors of a console over these sources. */
export const startConsole = async ({
  sources,
  environment = {},
  faults = { file: undefined },
  inside = {},
}: Options): Promise<ServiceForTest> => {
  const definition = defineService({
    name: 'console',
    config: Type.Object({ HOST: Type.String({ default: '127.0.0.1' }), ...doorConfig }),
    build: async (app, config) => {
      refuseOpenDoors(config);
      const adminUrl = inside.adminUrl ?? (() => undefined);
      await openDoors(app, config, {
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
        faults: await openFaultDoor({ readOnly: false, ...faults, adminUrl }),
        identity: { version: '1.2.3', shop: faults.file !== undefined, maxBytes: 1e9 },
        consoleUrl: 'http://console.example',
        storeUrl: () => undefined,
        ...inside,
        adminUrl,
      });
    },
  });
  const service = await startForTest(definition, environment);
  onTestFinished(() => service.stop());
  return service;
};
