import type { Static, TObject, TSchema } from 'typebox';

/** One route of a service: the data for its server, its clients and its documents. */
export interface Route {
  method: 'GET' | 'PUT' | 'POST' | 'DELETE';
  /** The pattern, such as `/products/:id`; it names the route in telemetry. */
  path: `/${string}`;
  summary: string;
  description?: string;
  params?: TObject;
  querystring?: TObject;
  headers?: TObject;
  body?: TSchema;
  /** The maximum size of the body in bytes; default 64 KB. */
  maxBody?: number;
  /** The one status of success, with the body's schema. */
  response: Readonly<Record<number, TSchema>>;
  /** The codes of its own problems by status, without those that the kit may send for any route. */
  problems?: Readonly<Record<number, readonly string[]>>;
  /** Whether a POST may be retried. GET, PUT and DELETE are idempotent by default. */
  idempotent?: true;
  /** Whether an objective counts its requests: each way in which they may end is counted from 0. */
  hasObjective?: true;
  /** Path parameters that become span attributes, with the names of these attributes. */
  shownParameters?: Readonly<Record<string, string>>;
}

/** The routes of a service, by name. */
export type RouteTable = Readonly<Record<string, Route>>;

/** A route as data, of its own type. */
export const route = <const Own extends Route>(own: Own): Own => own;

/** The name of a route in telemetry, such as `GET /products/:id`. */
export const routeName = ({ method, path }: Pick<Route, 'method' | 'path'>): string =>
  `${method} ${path}`;

/** A schema with a default for callers that omit the value. */
export const withDefault = <Schema extends TSchema, const Value extends Static<Schema>>(
  schema: Schema,
  value: Value,
): Schema & { default: Value } => Object.assign(schema, { default: value });

/** The status and the schema of a route's successful response. */
export const successOf = ({ response, path }: Route): { status: number; body: TSchema } => {
  const [success] = Object.entries(response);
  if (!success) throw new Error(`${path} has no response`);
  const [status, body] = success;
  return { status: Number(status), body };
};

/** The body of a route's successful response. */
export type ResponseOf<Own extends Route> = Static<Own['response'][keyof Own['response'] & number]>;

/** The codes of a route's own problems: all of them, or those of a status. */
export type ProblemCodeOf<Own extends Route, Status extends number = number> = Own extends {
  problems: infer Problems extends Readonly<Record<number, readonly string[]>>;
}
  ? Problems[Extract<keyof Problems, Status>][number]
  : never;

type HasDefault<Schema> = Schema extends { default: unknown } ? true : false;

/** The values that a caller sends; those with a default are optional. */
type Sent<Schema extends TObject> = Partial<Static<Schema>> & {
  [Key in keyof Static<Schema> as HasDefault<Schema['properties'][Key]> extends true
    ? never
    : Key]: Static<Schema>[Key];
};

type Empty = Record<never, never>;

/** A part of a request, which is optional if all of its fields are. */
type Part<Name extends string, Value> = Empty extends Value
  ? { [Key in Name]?: Value }
  : { [Key in Name]: Value };

/** A request as a client gives it: the parts that the route's record has. */
export type RequestOf<Own extends Route> = (Own extends { params: infer Params extends TObject }
  ? Part<'params', Static<Params>>
  : unknown) &
  (Own extends { querystring: infer Query extends TObject }
    ? Part<'query', Sent<Query>>
    : unknown) &
  (Own extends { headers: infer Headers extends TObject }
    ? Part<'headers', Static<Headers>>
    : unknown) &
  (Own extends { body: infer Body extends TSchema } ? Part<'body', Static<Body>> : unknown);
