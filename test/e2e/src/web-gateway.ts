import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort, startProcess } from '@faultline/stores';

const apps = resolve(__dirname, '../../../apps');

/** The storefront as it is built. */
export const builtStorefront = resolve(apps, 'storefront/dist');

export interface WebGateway {
  url: string;
  stop(): Promise<void>;
}

const isReady = (adminPort: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${adminPort}/-/ready`).then(
    ({ ok }) => ok,
    () => false,
  );

/** Starts another web-gateway of a running shop, which serves the storefront of a directory. */
export const startWebGateway = async (
  apiGatewayUrl: string,
  storefront: string,
): Promise<WebGateway> => {
  const [port, adminPort] = [await freePort(), await freePort()];
  let words = '';
  const started = await startProcess({
    command: process.execPath,
    arguments: ['dist/main.js'],
    cwd: resolve(apps, 'web-gateway'),
    environment: {
      ...process.env,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: String(port),
      ADMIN_PORT: String(adminPort),
      DRAIN_MS: '0',
      TRUST_PROXY: 'loopback',
      API_GATEWAY_URL: apiGatewayUrl,
      STOREFRONT_DIRECTORY: storefront,
    },
    orphanSignal: 'SIGTERM',
    log: (chunk) => {
      words = (words + chunk.toString()).slice(-1000);
    },
  });
  const stop = async () => {
    await started.stop('SIGTERM', 10_000);
  };
  const deadline = Date.now() + 60_000;
  while (!(await isReady(adminPort))) {
    if (!started.running || Date.now() > deadline) {
      await stop();
      throw new Error(`web-gateway did not start: ${words}`);
    }
    await delay(100);
  }
  return { url: `http://127.0.0.1:${port}`, stop };
};
