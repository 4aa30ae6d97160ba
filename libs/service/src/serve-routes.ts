import { type ResponseOf, type Route, type RouteTable, successOf } from '@faultline/contracts';
import { serverFailures } from '@faultline/telemetry';
import type { FastifySchema } from 'fastify';
import type { Static, TSchema } from 'typebox';
import type { Reply, Request, RouteApp } from './routes';

type Received<Schema> = Schema extends TSchema ? Static<Schema> : unknown;

/** A request with types from the route's schemas. */
export type RequestTo<Own extends Route> = Request & {
  params: Received<Own['params']>;
  query: Received<Own['querystring']>;
  headers: Received<Own['headers']>;
  body: Received<Own['body']>;
};

type Handler<Own extends Route> = (
  request: RequestTo<Own>,
  reply: Reply,
) => Promise<ResponseOf<Own>> | ResponseOf<Own>;

export type Handlers<Table extends RouteTable> = {
  readonly [Name in keyof Table]: Handler<Table[Name]>;
};

/** The schemas of a record in fastify's format, without those of problems, which no handler returns. */
const schemaOf = ({
  summary,
  description,
  params,
  querystring,
  headers,
  body,
  response,
}: Route): FastifySchema => ({
  summary,
  ...(description !== undefined && { description }),
  ...(params && { params }),
  ...(querystring && { querystring }),
  ...(headers && { headers }),
  ...(body && { body }),
  response,
});

/** Serves the routes of a table. A handler returns the body of the successful response. */
export const serveRoutes = <Table extends RouteTable>(
  app: RouteApp,
  routes: Table,
  handlers: Handlers<Table>,
): void => {
  for (const [name, route] of Object.entries(routes)) {
    const { method, path, maxBody, problems, shownParameters, hasObjective } = route;
    const { status } = successOf(route);
    // Safe, because the route's schemas have checked the request's types.
    const handle: (request: Request, reply: Reply) => unknown = Reflect.get<object, string>(
      handlers,
      name,
    );
    app.route({
      method,
      url: path,
      schema: schemaOf(route),
      ...(maxBody !== undefined && { bodyLimit: maxBody }),
      config: {
        ...(problems && { problems }),
        ...(shownParameters && { shownParameters }),
        ...(hasObjective && { countedFromZero: [status, ...serverFailures] }),
      },
      handler: (request, reply) => handle(request, reply.code(status)),
    });
  }
};
