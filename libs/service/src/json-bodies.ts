import { ProblemError } from './errors';
import type { RouteApp } from './routes';

const encoded = (): ProblemError =>
  new ProblemError(
    415,
    'unsupported-content-encoding',
    'Bodies are read as they are, not encoded.',
    {
      errors: [{ field: 'content-encoding', message: 'is not supported' }],
      headers: { 'accept-encoding': 'identity' },
    },
  );

/** Takes JSON as it is and nothing else: encoded bytes or text would be refused as malformed fields. */
export const takeJsonOnly = (app: RouteApp): void => {
  // Well-formed JSON, so it is not refused as malformed; but no handler gets to see a prototype.
  const parse = app.getDefaultJsonParser('remove', 'remove');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') done(encoded());
    else parse(request, String(body), done);
  });
};
