import { dirname, join } from 'node:path';
import { pages } from '@faultline/contracts';
import { defineService } from '@faultline/service';
import { readPage, servePages, setSecurityHeaders } from '@faultline/service/pages';
import { Type } from 'typebox';
import { forwardApi } from './forward-api';

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
    await setSecurityHeaders(app.http, readPage(config.STOREFRONT_DIRECTORY, 'storefront'));
    app.routes(forwardApi, { apiGateway });
    await servePages(app.http, {
      directory: config.STOREFRONT_DIRECTORY,
      addresses: Object.values(pages),
    });
  },
});
