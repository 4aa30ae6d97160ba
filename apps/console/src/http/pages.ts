import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RouteApp } from '@faultline/service';
import { readPage, servePages, setSecurityHeaders } from '@faultline/service/pages';

const builtPages = (): string =>
  join(dirname(require.resolve('@faultline/console-ui/package.json')), 'dist');

/** Serves the pages of apps/console-ui at all paths that nothing else has; without a build, the API only. */
export const serveConsolePages = async (app: RouteApp, directory = builtPages()): Promise<void> => {
  if (!existsSync(join(directory, 'index.html'))) {
    app.get('/', { schema: { hide: true } }, (_request, reply) =>
      reply
        .code(404)
        .type('text/plain; charset=utf-8')
        .send('The pages are not built: npx nx build console-ui\n'),
    );
    return;
  }
  await setSecurityHeaders(app, readPage(directory, 'console-ui'));
  await servePages(app, { directory, addresses: ['/'], everywhere: true });
};
