import helmet from '@fastify/helmet';
import type { RouteApp } from '@faultline/service';

/** Everything the storefront loads is its own; nothing inline, nobody may frame it. */
export const setSecurityHeaders = async (app: RouteApp): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
      },
    },
    // Behind plain HTTP on a laptop, HSTS would lock the browser out of localhost.
    hsts: false,
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
};
