import closeWithGrace from 'close-with-grace';
import type { TProperties } from 'typebox';
import { ConfigError } from './config';
import type { ServiceDefinition } from './define-service';
import { startService } from './start-service';

const stopTimeout = 15_000;

/** Runs a service as this process: it stops with grace on SIGTERM and SIGINT and exits with 0. */
export const run = async <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
): Promise<void> => {
  try {
    const service = await startService(definition, process.env);
    closeWithGrace({ delay: stopTimeout }, async ({ err }) => {
      if (err) console.error(err);
      await service.stop();
    });
  } catch (error) {
    const reason = error instanceof ConfigError ? error.message : error;
    console.error(`${definition.name} cannot start:`, reason);
    process.exit(1);
  }
};
