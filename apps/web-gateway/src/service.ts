import { dirname, join } from 'node:path';
import { defineService } from '@faultline/service';
import { Type } from 'typebox';
import { forwardApi } from './forward-api';
import { setSecurityHeaders } from './security-headers';
import { readPage, serveStorefront } from './storefront';

/** The directory of the built storefront. */
const builtStorefront = join(
  dirname(require.resolve('@faultline/storefront/package.json')),
  'dist',
);

const WebGatewayConfig = Type.Object({
  API_GATEWAY_URL: Type.String({ format: 'uri' }),
  STOREFRONT_DIRECTORY: Type.String({ default: builtStorefront }),
});

export const webGateway = defineService({
  name: 'web-gateway',
  config: WebGatewayConfig,
  edge: true,
  build: async (app, config) => {
    const apiGateway = app.caller('api-gateway', config.API_GATEWAY_URL);
    await setSecurityHeaders(app.http, readPage(config.STOREFRONT_DIRECTORY));
    app.routes(forwardApi, { apiGateway });
    await serveStorefront(app.http, config.STOREFRONT_DIRECTORY);
  },
});
