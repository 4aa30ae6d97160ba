import { containerObstacle, redisImage, redisServer } from '@faultline/stores';
import { browserExecutable } from './browser';

// What `npm test` needs beyond Node and this machine has not: fetched before anything runs, since many
// tests would want it at the same time. Exit code 1: it cannot be had, and a line says what to type.

const fetchAll = async (): Promise<void> => {
  const withoutServer = process.env.STORES !== 'embedded' && !(await containerObstacle(redisImage));
  if (!withoutServer) await redisServer(console.log);
  await browserExecutable(console.log);
};

fetchAll().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
