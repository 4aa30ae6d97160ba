import closeWithGrace from 'close-with-grace';
import type { TProperties } from 'typebox';
import { ConfigError, readConfig } from './config';
import type { ServiceDefinition } from './define-service';
import { startService } from './start-service';

/** What somebody can put right is one line; of anything else the stack is told too. */
const reasonOf = (error: unknown): unknown => {
  if (error instanceof ConfigError) return error.message;
  if (error instanceof Error && 'code' in error && 'port' in error && error.code === 'EADDRINUSE')
    return `port ${error.port} is taken`;
  return error;
};

/** Runs a service as this process: it stops with grace on SIGTERM and SIGINT and exits with 0. */
export const run = async <Own extends TProperties>(
  definition: ServiceDefinition<Own>,
): Promise<void> => {
  try {
    const { STOP_TIMEOUT_MS } = readConfig(definition.config, process.env);
    const service = await startService(definition, process.env);
    closeWithGrace({ delay: STOP_TIMEOUT_MS }, async ({ err }) => {
      if (err) console.error(err);
      await service.stop();
    });
  } catch (error) {
    console.error(`${definition.name} cannot start:`, reasonOf(error));
    process.exit(1);
  }
};
