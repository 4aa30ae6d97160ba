import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ServiceForTest, startForTest } from '@faultline/service/testing';
import { webGateway } from '../src/service';

export interface GatewayFixture extends ServiceForTest {
  /** Where its storefront lies. */
  directory: string;
}

const page = '<!doctype html><title>Shop</title>';

/** Starts web-gateway with a storefront of these files in front of this api-gateway. */
export const startGateway = async (
  apiGatewayUrl: string,
  files: Readonly<Record<string, string | Buffer>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<GatewayFixture> => {
  const directory = await mkdtemp(join(tmpdir(), 'web-gateway-'));
  for (const [name, content] of Object.entries({ 'index.html': page, ...files })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  const service = await startForTest(
    webGateway,
    {
      TRUST_PROXY: 'loopback',
      API_GATEWAY_URL: apiGatewayUrl,
      STOREFRONT_DIRECTORY: directory,
      ...environment,
    },
    { wait: false },
  );
  return {
    ...service,
    directory,
    stop: async () => {
      await service.stop();
      await rm(directory, { recursive: true });
    },
  };
};
