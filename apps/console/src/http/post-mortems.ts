import { postMortemPath } from '@faultline/contracts/console';
import type { ServiceApp } from '@faultline/service';
import { Type } from 'typebox';
import { type Picture, postMortem } from '../post-mortem/post-mortem';
import type { Inside } from './handlers';

const dataAddress = ({ svg }: Picture): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;

/** Serves post-mortems of incidents. */
export const servePostMortems = ({ http }: Pick<ServiceApp, 'http'>, inside: Inside): void => {
  http.get(
    postMortemPath,
    {
      schema: {
        summary: 'A draft of an incident’s post-mortem as Markdown',
        params: Type.Object({ id: Type.Integer({ minimum: 1 }) }),
      },
      config: { problems: { 404: ['unknown-incident'] } },
    },
    async ({ params: { id } }, reply) => {
      const { markdown } = await postMortem(inside, id);
      return reply
        .type('text/markdown; charset=utf-8')
        .header('content-disposition', `attachment; filename="post-mortem-${id}.md"`)
        .send(markdown(dataAddress));
    },
  );
};
