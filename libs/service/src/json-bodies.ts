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

/** Accepts only unencoded JSON; compressed bodies or text would be refused with misleading errors. */
export const takeJsonOnly = (app: RouteApp): void => {
  // Such keys are well-formed JSON, so they are not refused but removed, so that no handler sees a prototype.
  const parse = app.getDefaultJsonParser('remove', 'remove');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding.toLowerCase() !== 'identity') done(encoded());
    else parse(request, String(body), done);
  });
};
