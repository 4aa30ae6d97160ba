import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { RouteApp } from '@faultline/service';

/** The storefront's own addresses: all are one page, which routes in the browser. */
const pages = [
  '/',
  '/category/:id',
  '/products/:id',
  '/search',
  '/cart',
  '/checkout',
  '/orders/:id',
];

/** Serves the built storefront. */
export const serveStorefront = async (app: RouteApp, directory: string): Promise<void> => {
  if (!existsSync(join(directory, 'index.html')))
    throw new Error(`there is no storefront in ${directory}: run "npx nx build web-gateway"`);
  await app.register(fastifyStatic, {
    root: directory,
    index: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      const hashed = path.includes('/assets/');
      const lifetime = hashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
      response.header('cache-control', path.endsWith('.html') ? 'no-cache' : lifetime);
    },
  });
  for (const page of pages) app.get(page, (_request, reply) => reply.sendFile('index.html'));
};
