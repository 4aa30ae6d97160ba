import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { filePattern } from '@faultline/contracts';
import { Type } from 'typebox';
import type { RouteApp } from '../routes';

const page = 'index.html';

const shown = {
  summary: 'The page',
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

/** The page of a built front end, as text. Throws if `project` is not built. */
export const readPage = (directory: string, project: string): string => {
  const path = join(directory, page);
  if (!existsSync(path))
    throw new Error(`there is no ${project} in ${directory}: run "npx nx build ${project}"`);
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

interface PagesOptions {
  /** The built front end. */
  directory: string;
  /** The addresses that have the page. */
  addresses: readonly string[];
  /** Whether all other addresses have it, too; if not, it tells people that they lead nowhere. */
  everywhere?: boolean;
}

/** Serves a built front end of one page. */
export const servePages = async (
  app: RouteApp,
  { directory, addresses, everywhere = false }: PagesOptions,
): Promise<void> => {
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

  for (const address of addresses)
    app.get(address, { schema: shown }, (_request, reply) =>
      reply.sendFile(page, withoutValidators),
    );

  app.get<{ Params: { '*': string } }>(filePattern, (request, reply) => {
    const path = request.params['*'];
    if (files.has(path) && path !== page) return reply.sendFile(path);
    if (path.startsWith('assets/')) reply.headers(elsewhere);
    return request.headers.accept?.includes('text/html')
      ? reply.code(everywhere ? 200 : 404).sendFile(page, withoutValidators)
      : reply.callNotFound();
  });
};
