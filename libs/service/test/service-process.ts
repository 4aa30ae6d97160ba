import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type ProcessForTest, startProcessForTest } from '../src/testing';

/** Runs a service of `fixtures/` as a process of its own, for one test. */
export const spawnService = async (
  environment: NodeJS.ProcessEnv = {},
  name = 'stopping-service',
  preloads: string[] = [],
  words: string[] = [],
): Promise<ProcessForTest> => {
  const modules = ['ts-node/register/transpile-only', ...preloads];
  const service = await startProcessForTest({
    arguments: [
      '--conditions=@faultline/source',
      ...modules.flatMap((module) => ['-r', module]),
      join(__dirname, 'fixtures', `${name}.ts`),
      ...words,
    ],
    environment: { CART_URL: 'http://127.0.0.1', ...environment },
  });
  onTestFinished(() => service.kill('SIGKILL'));
  return service;
};

/** As `spawnService`, and waits until the service is ready. */
export const startServiceProcess: typeof spawnService = async (...options) => {
  const service = await spawnService(...options);
  await service.untilReady();
  return service;
};
