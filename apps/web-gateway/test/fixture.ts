import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type RunningService, startService } from '@faultline/service';
import { webGateway } from '../src/service';

export interface DoorFixture extends RunningService {
  /** Where its storefront lies. */
  directory: string;
}

const page = '<!doctype html><title>Shop</title>';

/** web-gateway on a free port, with a storefront of these files in front of this api-gateway. */
export const startDoor = async (
  apiGatewayUrl: string,
  files: Readonly<Record<string, string | Buffer>> = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<DoorFixture> => {
  const directory = await mkdtemp(join(tmpdir(), 'web-gateway-'));
  for (const [name, content] of Object.entries({ 'index.html': page, ...files })) {
    await mkdir(dirname(join(directory, name)), { recursive: true });
    await writeFile(join(directory, name), content);
  }
  const service = await startService(webGateway, {
    HOST: '127.0.0.1',
    PORT: '0',
    ADMIN_PORT: '0',
    DRAIN_MS: '0',
    LOG_LEVEL: 'error',
    TRUST_PROXY: 'loopback',
    API_GATEWAY_URL: apiGatewayUrl,
    STOREFRONT_DIRECTORY: directory,
    ...environment,
  });
  return {
    ...service,
    directory,
    stop: async () => {
      await service.stop();
      await rm(directory, { recursive: true });
    },
  };
};
