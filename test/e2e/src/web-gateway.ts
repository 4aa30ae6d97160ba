import { resolve } from 'node:path';
import { type ProcessForTest, startProcessForTest } from '@faultline/service/testing';

const apps = resolve(__dirname, '../../../apps');

/** The storefront as it is built. */
export const builtStorefront = resolve(apps, 'storefront/dist');

/** Starts another web-gateway of a running shop, which serves the storefront of a directory. */
export const startWebGateway = async (
  apiGatewayUrl: string,
  storefront: string,
): Promise<ProcessForTest> => {
  const gateway = await startProcessForTest({
    arguments: ['--enable-source-maps', 'dist/main.js'],
    cwd: resolve(apps, 'web-gateway'),
    environment: {
      ...process.env,
      NODE_ENV: 'production',
      DRAIN_MS: '0',
      TRUST_PROXY: 'loopback',
      API_GATEWAY_URL: apiGatewayUrl,
      STOREFRONT_DIRECTORY: storefront,
    },
  });
  await gateway.untilReady();
  return gateway;
};
