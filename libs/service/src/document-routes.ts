import swagger, { type FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { Problem, type Route } from '@faultline/contracts';
import type { FastifySchema } from 'fastify';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { RouteApp } from './routes';

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: Problem } },
});

/** The response of all errors: a problem document. */
const errors = {
  '4XX': problem('The request was refused; `errors` names the fields that caused it.'),
  '5XX': problem('The request could not be served now.'),
};

const success = { 200: { description: 'OK' } };

const objectSchema = Compile(
  Type.Object({
    properties: Type.Record(Type.String(), Type.Unknown()),
    required: Type.Array(Type.String()),
  }),
);

const hasDefault = (schema: unknown): boolean =>
  typeof schema === 'object' && schema !== null && 'default' in schema;

/** Fields with a default are not required of callers, although a handler always gets them. */
const asSent = (schema: unknown): unknown =>
  objectSchema.Check(schema)
    ? {
        ...schema,
        required: schema.required.filter((name) => !hasDefault(schema.properties[name])),
      }
    : schema;

/** The problems that a route's record names, by their status. */
const ownProblems = (problems: Route['problems'] = {}): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(problems).map(([status, codes]) => [
      status,
      problem(`A problem, told by its \`code\`: ${codes.map((code) => `\`${code}\``).join(', ')}.`),
    ]),
  );

const documented = (
  schema: FastifySchema | undefined,
  problems: Route['problems'],
): FastifySchema => ({
  ...schema,
  ...(schema?.querystring !== undefined && { querystring: asSent(schema.querystring) }),
  ...(schema?.headers !== undefined && { headers: asSent(schema.headers) }),
  response: { ...(schema?.response ?? success), ...ownProblems(problems), ...errors },
});

/** OpenAPI cannot describe a path with a wildcard. */
const transform: FastifyDynamicSwaggerOptions['transform'] = ({ schema, url, route }) => ({
  schema: url.includes('*') ? { hide: true } : documented(schema, route.config?.problems),
  url,
});

/** Serves `/openapi.json`, made of the same schemas that validate requests. */
export const documentRoutes = async (
  app: RouteApp,
  { name, version }: { name: string; version: string },
): Promise<void> => {
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: `Faultline ${name}`, version } },
    transform,
  });
  // Rendered once, because the document cannot change while the service runs.
  let document: string | undefined;
  app.get(
    '/openapi.json',
    { config: { quiet: true, otel: false }, schema: { hide: true } },
    async (_request, reply) => {
      document ??= JSON.stringify(app.swagger());
      return reply.type('application/json').send(document);
    },
  );
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The codes of a route's own problems, by their status. */
    problems?: NonNullable<Route['problems']>;
  }
}
