import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { filePattern, pages } from '@faultline/contracts';
import type { RouteApp } from '@faultline/service';
import { Type } from 'typebox';

const page = 'index.html';

const shown = {
  summary: "The storefront's page",
  response: {
    200: {
      description: 'HTML',
      content: { 'text/html': { schema: Type.Unsafe<unknown>({ type: 'string' }) } },
    },
  },
};

const cacheControl = (path: string): string => {
  if (path.endsWith('.html')) return 'no-cache';
  // The name of an asset holds a hash of its content.
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=300';
};

/** The page of a built storefront, as text. */
export const readPage = (directory: string): string => {
  const path = join(directory, page);
  if (!existsSync(path))
    throw new Error(`there is no storefront in ${directory}: run "npx nx build storefront"`);
  return readFileSync(path, 'utf8');
};

/**
 * Two builds of the page may have the same size and the same date: by these, a browser would keep the one
 * of a version that is gone.
 */
const withoutValidators = { etag: false, lastModified: false };

/**
 * A pod of another version may have the asset: nobody is to keep that this one has not, and the next try
 * is to come on a new connection, which may lead there.
 */
const elsewhere = { 'cache-control': 'no-store', connection: 'close' };

/** Serves the built storefront; its page also tells people that an address leads nowhere. */
export const serveStorefront = async (app: RouteApp, directory: string): Promise<void> => {
  await app.register(fastifyStatic, {
    root: directory,
    serve: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders: (response, path) => {
      response.header('cache-control', cacheControl(path));
    },
  });
  const files = new Set(readdirSync(directory, { recursive: true, encoding: 'utf8' }));

  for (const address of Object.values(pages))
    app.get(address, { schema: shown }, (_request, reply) =>
      reply.sendFile(page, withoutValidators),
    );

  app.get<{ Params: { '*': string } }>(filePattern, (request, reply) => {
    const path = request.params['*'];
    if (files.has(path) && path !== page) return reply.sendFile(path);
    if (path.startsWith('assets/')) reply.headers(elsewhere);
    return request.headers.accept?.includes('text/html')
      ? reply.code(404).sendFile(page, withoutValidators)
      : reply.callNotFound();
  });
};
