import type { Logger } from '@faultline/telemetry';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { allowedMethods } from './allowed-methods';
import { ProblemError, problemBody } from './errors';
import type { RouteApp } from './routes';
import { fieldError } from './validation';

/** Our problems for fastify's own errors. */
const frameworkProblems: Readonly<Record<string, { code: string; field: string }>> = {
  FST_ERR_BAD_URL: { code: 'malformed-url', field: 'path' },
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'body-too-large', field: 'body' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'malformed-body', field: 'body' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'malformed-body', field: 'content-length' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'malformed-body', field: 'body' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'unsupported-media-type', field: 'content-type' },
  FST_ERR_MAX_PARAM_LENGTH: { code: 'malformed-url', field: 'path' },
  FST_ERR_PARAM_EXCEEDED_LENGTH: { code: 'malformed-url', field: 'path' },
};

/** Our problems for libraries' errors that have only a status. */
const refusedHeaders: Readonly<Record<number, { code: string; field: string; message: string }>> = {
  403: { code: 'forbidden', field: 'path', message: 'is not one that leads anywhere' },
  412: { code: 'precondition-failed', field: 'if-match', message: 'does not hold any more' },
  416: { code: 'range-not-satisfiable', field: 'range', message: 'is not within the content' },
};

const isFastifyError = (error: Error): error is FastifyError => 'code' in error;

const translateFramework = (error: FastifyError): ProblemError | undefined => {
  const known = frameworkProblems[error.code];
  const status = error.statusCode ?? 500;
  if (!known && status >= 500) return undefined;
  const field = known?.field ?? 'request';
  const message =
    known?.code === 'malformed-body' ? 'is not well-formed JSON' : error.message.toLowerCase();
  return new ProblemError(status, known?.code ?? 'invalid-request', `${field}: ${message}`, {
    errors: [{ field, message }],
    cause: error,
  });
};

const translateValidation = (error: FastifyError): ProblemError | undefined => {
  if (!error.validation) return undefined;
  const errors = error.validation.map((violation) =>
    fieldError(violation, error.validationContext ?? 'request'),
  );
  const detail = errors.map(({ field, message }) => `${field} ${message}`).join(', ');
  return new ProblemError(400, 'invalid-request', detail, { errors, cause: error });
};

const LibraryHeaders = Compile(
  Type.Object({ headers: Type.Object({ 'Content-Range': Type.String() }) }),
);

/** The length of the content, for a client that requested a range beyond its end. */
const contentRangeOf = (error: Error): Record<string, string> =>
  LibraryHeaders.Check(error) ? { 'content-range': error.headers['Content-Range'] } : {};

/** An error by `http-errors`, such as those about ranges and conditions of a file. */
const translateRefusal = (error: Error): ProblemError | undefined => {
  if (!('statusCode' in error) || typeof error.statusCode !== 'number') return undefined;
  const known = refusedHeaders[error.statusCode];
  if (!known) return undefined;
  const { code, field, message } = known;
  return new ProblemError(error.statusCode, code, `${field} ${message}`, {
    errors: [{ field, message }],
    headers: contentRangeOf(error),
    cause: error,
  });
};

/** Translates any error into a public one; internal errors become a 500 without details. */
export const toProblem = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  const translated =
    error instanceof Error
      ? isFastifyError(error)
        ? (translateValidation(error) ?? translateFramework(error))
        : translateRefusal(error)
      : undefined;
  return (
    translated ??
    new ProblemError(500, 'internal-error', 'Something went wrong on our side.', { cause: error })
  );
};

export const sendProblem = (reply: FastifyReply, problem: ProblemError, requestId: string) =>
  reply
    .code(problem.statusCode)
    .type('application/problem+json')
    .headers({ 'cache-control': 'no-store', ...problem.headers })
    .serializer(JSON.stringify)
    .send(problemBody(problem.statusCode, problem.code, problem.message, requestId, problem));

const unknownRoute = (): ProblemError =>
  new ProblemError(404, 'unknown-route', 'There is nothing at this path.', {
    errors: [{ field: 'path', message: 'is not known here' }],
  });

const methodNotAllowed = (methods: readonly string[]): ProblemError => {
  const allow = methods.join(', ');
  return new ProblemError(405, 'method-not-allowed', `This path takes ${allow}.`, {
    errors: [{ field: 'method', message: 'is not allowed here' }],
    headers: { allow },
  });
};

/** Turns every error, unknown path and undeclared method of a server into problem details. */
export const handleProblems = (app: RouteApp, log?: Logger): void => {
  const methodsOf = allowedMethods(app);
  app.setErrorHandler((error, request: FastifyRequest, reply) => {
    const problem = toProblem(error);
    if (problem.statusCode >= 500)
      log?.error(
        { err: error, code: problem.code, route: request.routeOptions.url },
        'http-request-failed',
      );
    return sendProblem(reply, problem, request.id);
  });
  const refuse = (request: FastifyRequest, reply: FastifyReply) => {
    const methods = methodsOf(request.url);
    const isDeclared = methods.length === 0 || methods.includes(request.method);
    return sendProblem(reply, isDeclared ? unknownRoute() : methodNotAllowed(methods), request.id);
  };
  app.setNotFoundHandler(refuse);
  // An unknown path or method is refused before the body is parsed.
  app.addHook('preParsing', (request, reply, _payload, done) => {
    if (request.is404) refuse(request, reply);
    else done();
  });
};
