import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { RouteApp } from '@faultline/service';

/** Powers of a browser that the shop has no use for. */
const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((power) => `${power}=()`)
  .join(', ');

/** The scripts that stand in a page, by their hashes, as a content security policy names them. */
const inlineScripts = (page: string): string[] =>
  [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });

/** Everything the storefront loads is its own; inline are the scripts of its page only, and nobody may frame it. */
export const setSecurityHeaders = async (app: RouteApp, page: string): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'", ...inlineScripts(page)],
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
  app.addHook('onRequest', (_request, reply, done) => {
    reply.header('permissions-policy', permissions);
    done();
  });
};
