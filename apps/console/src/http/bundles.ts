import { Readable } from 'node:stream';
import { bundlePath } from '@faultline/contracts/console';
import { ProblemError, type ServiceApp } from '@faultline/service';
import { Type } from 'typebox';
import { BundleError, type OpenBundle, openBundle } from '../bundle/open-bundle';
import { bundleFileName, writeBundle } from '../bundle/write-bundle';
import { storeThread } from '../intake/store-thread';
import { rangeOf } from '../views/range';
import type { ConsoleContext } from './console-context';

const contentType = 'application/gzip';

const Time = Type.Optional(Type.Number({ minimum: 0, maximum: 8.64e15 }));

/** Writes bundles, and opens them where there is no shop. */
export const serveBundles = (
  app: Pick<ServiceApp, 'http' | 'beforeClose'>,
  context: ConsoleContext,
): void => {
  const { http } = app;
  http.addContentTypeParser([contentType, 'application/x-gzip'], (_request, body, done) =>
    done(null, body),
  );
  http.get(
    bundlePath,
    {
      schema: {
        summary: 'All telemetry, states, alerts and changes of a range, as gzipped JSON lines',
        querystring: Type.Object({ from: Time, to: Time }),
      },
    },
    async ({ query }, reply) => {
      const range = rangeOf(query);
      return reply
        .type(contentType)
        .header('content-disposition', `attachment; filename="${bundleFileName(range.from)}"`)
        .send(writeBundle(context.sources, range, context.identity.version));
    },
  );

  let open: OpenBundle | undefined;
  app.beforeClose(async () => open?.close());
  http.post(
    bundlePath,
    {
      schema: {
        summary: 'Opens a bundle in a console that watches no shop',
        response: { 200: Type.Object({ from: Type.Number(), to: Type.Number() }) },
      },
      config: { problems: { 400: ['no-bundle'], 409: ['watches-a-shop'] } },
    },
    async ({ body }) => {
      if (context.identity.shop)
        throw new ProblemError(
          409,
          'watches-a-shop',
          'This console watches a shop. Open the bundle in one that does not: npm start -- --only console',
        );
      if (!(body instanceof Readable))
        throw new ProblemError(400, 'no-bundle', `The body must be a bundle, as ${contentType}.`);
      const opened = await openBundle(body, { thread: storeThread }).catch((error: unknown) => {
        if (error instanceof BundleError)
          throw new ProblemError(400, 'no-bundle', `This is no bundle. ${error.message}.`);
        throw error;
      });
      const before = open;
      open = opened;
      const { from, to } = opened.manifest;
      context.sources = { ...opened.sources, probes: { latest: () => [] } };
      context.identity = { ...context.identity, bundle: { from, to } };
      await before?.close();
      return { from, to };
    },
  );
};
