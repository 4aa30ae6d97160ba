import { serviceNames, services, stores } from '@faultline/topology';
import { build, type Metafile } from 'esbuild';
import { beforeAll, expect, it } from 'vitest';
import { workspace } from './scratch';

const drivers = { postgresql: 'pg', redis: 'ioredis' };

let outputs: Metafile['outputs'];
beforeAll(async () => {
  const { metafile } = await build({
    absWorkingDir: workspace,
    entryPoints: serviceNames.map((service) => `apps/${service}/src/main.ts`),
    outdir: 'dist',
    write: false,
    bundle: true,
    metafile: true,
    platform: 'node',
    conditions: ['@faultline/source'],
    external: ['@faultline/storefront', '@pyroscope/nodejs', 'pg-native'],
    logLevel: 'error',
  });
  outputs = metafile.outputs;
}, 60_000);

/** The names of the drivers in the bundle of a service. */
const driversIn = (service: string): string[] => {
  const entry = `apps/${service}/src/main.ts`;
  const output = Object.values(outputs).find(({ entryPoint }) => entryPoint === entry);
  const files = Object.keys(output?.inputs ?? {});
  expect(files).toContain(entry);
  return Object.values(drivers).filter((driver) =>
    files.some((file) => file.includes(`node_modules/${driver}/`)),
  );
};

it.each(serviceNames)('%s has the drivers of its own stores and no others', (service) => {
  const engines = services[service].stores.map((store) => stores[store].engine);
  expect(driversIn(service)).toEqual([...new Set(engines.map((engine) => drivers[engine]))]);
});
