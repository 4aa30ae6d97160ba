import type { Static, TSchema } from 'typebox';
import type { Route } from './route';

/** The parts of a request besides method and route. */
export interface RequestParts {
  /** The parameters of the path. */
  params?: Readonly<Record<string, string>> | undefined;
  query?: Readonly<Record<string, string | number | boolean | undefined>> | undefined;
  headers?: Readonly<Record<string, string>> | undefined;
  body?: unknown;
}

/** One request to another service. */
export interface Call<Response extends TSchema> extends RequestParts {
  method: Route['method'];
  /** The pattern, such as `/products/:id`; it names the operation in telemetry. */
  route: Route['path'];
  /** The body of the response is checked against this schema. */
  response: Response;
  /** Only idempotent calls are retried. GET, PUT and DELETE are idempotent by default. */
  idempotent?: boolean | undefined;
}

/** Sends calls to one service: connection pool, deadline, retries and trace context included. */
export interface HttpCaller {
  call<Response extends TSchema>(call: Call<Response>): Promise<Static<Response>>;
}
