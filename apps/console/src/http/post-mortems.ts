import { postMortemPath } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import { Type } from 'typebox';
import { writeBundle } from '../bundle/write-bundle';
import { type Picture, postMortem } from '../post-mortem/post-mortem';
import { zipFile } from '../post-mortem/zip-file';
import type { ConsoleContext } from './console-context';

const dataAddress = ({ svg }: Picture): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** Serves post-mortems of incidents, alone and with all that belongs to them. */
export const servePostMortems = (
  { http }: Pick<ServiceApp, 'http'>,
  context: ConsoleContext,
): void => {
  http.get(
    postMortemPath,
    {
      schema: {
        summary: 'A draft of an incident’s post-mortem as Markdown; with the bundle as a zip file',
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
        querystring: Type.Object({
          /** `bundle`: a zip file with the document, its pictures and the telemetry of its time. */
          with: Type.Optional(Type.Literal('bundle')),
        }),
      },
      config: { problems: { 404: ['unknown-incident'] } },
    },
    async ({ params: { id }, query }, reply) => {
      const { markdown, pictures, bundle } = await postMortem(context, id);
      const name = `post-mortem-${id}`;
      if (query.with === undefined)
        return reply
          .type('text/markdown; charset=utf-8')
          .header('content-disposition', `attachment; filename="${name}.md"`)
          .send(markdown(dataAddress));
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${name}.zip"`)
        .send(
          zipFile([
            { name: `${name}.md`, content: markdown((picture) => picture.name) },
            ...pictures.map((picture) => ({ name: picture.name, content: picture.svg })),
            {
              name: bundle.name,
              content: writeBundle(context.sources, bundle.range, context.identity.version),
            },
          ]),
        );
    },
  );
};
