import type { Static, TSchema } from 'typebox';

/** One request to another service. `path` parameters are filled into `route`, encoded. */
export interface Call<Answer extends TSchema> {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** The callee's route pattern, such as `/products/:id`; it names the operation in telemetry. */
  route: `/${string}`;
  path?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string | number | undefined>>;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  /** The answer is checked against this schema. */
  answer: Answer;
  /** Only these are retried. GET, PUT and DELETE are idempotent by themselves. */
  idempotent?: boolean;
}

/** Sends calls to one service: connection pool, deadline, retries and trace context included. */
export interface HttpCaller {
  call<Answer extends TSchema>(call: Call<Answer>): Promise<Static<Answer>>;
}
