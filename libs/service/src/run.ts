import closeWithGrace from 'close-with-grace';
import pRetry from 'p-retry';
import type { TProperties } from 'typebox';
import { loopbackHost } from './addresses';
import { ConfigError } from './config';
import type { ServiceDefinition } from './define-service';
import { type RunningService, startService } from './start-service';

/** An error that the operator can fix prints one line; any other error also prints its stack. */
const reasonOf = (error: unknown): unknown => {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error && error.code === 'EADDRINUSE')
    return `port ${error.port} is taken`;
  return error;
};

/** Settings for `migrate`: free loopback ports and no faults. */
const aside = async () => ({
  HOST: await loopbackHost(),
  PORT: '0',
  ADMIN_PORT: '0',
  DRAIN_MS: '0',
  FAULTS_FILE: undefined,
});

const untilReady = (service: RunningService): Promise<void> =>
  pRetry(
    async () => {
      if (!(await service.isReady())) throw new Error('its stores are not ready');
    },
    { retries: Number.POSITIVE_INFINITY, minTimeout: 50, maxTimeout: 1000 },
  );

/**
 * Runs a service in this process. It shuts down gracefully on SIGTERM and SIGINT, and exits with 0. With the
 * argument `migrate` it only migrates its stores, and exits.
 */
export const run = async <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
  [command]: readonly string[] = process.argv.slice(2),
): Promise<void> => {
  try {
    if (command !== undefined && command !== 'migrate')
      throw new ConfigError(`there is no command ${command}; there is migrate`);
    const environment =
      command === 'migrate' ? { ...process.env, ...(await aside()) } : process.env;
    const service = await startService(definition, environment);
    const { close } = closeWithGrace({ delay: service.stopTimeout }, async ({ err }) => {
      if (err) console.error(err);
      await service.stop();
    });
    if (command !== 'migrate') return;
    await untilReady(service);
    close();
  } catch (error) {
    console.error(`${definition.name} cannot start:`, reasonOf(error));
    process.exit(1);
  }
};
