import { createHash } from 'node:crypto';
import helmet from '@fastify/helmet';
import type { RouteApp } from '../routes';

/** Browser features that our pages do not use. */
const permissions = ['camera', 'geolocation', 'microphone', 'payment', 'usb']
  .map((power) => `${power}=()`)
  .join(', ');

/** The hashes of a page's inline scripts, in the format of a content security policy. */
const inlineScripts = (page: string): string[] =>
  [...page.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script = '']) => {
    const hash = createHash('sha256').update(script).digest('base64');
    return `'sha256-${hash}'`;
  });

/** A page loads only files of its own server; only its own inline scripts run, and no site may frame it. */
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
