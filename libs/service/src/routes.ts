// Schemas of routes may have the options of @fastify/swagger, such as `hide`.
/// <reference types="@fastify/swagger" preserve="true" />
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';

export type { FastifyReply as Reply, FastifyRequest as Request } from 'fastify';

/** A fastify instance whose handlers get their types from the routes' schemas. */
export type RouteApp = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** A set of routes, which contains only HTTP; everything else is a dependency. */
export type Routes<Dependencies> = (app: RouteApp, dependencies: Dependencies) => Promise<void>;
