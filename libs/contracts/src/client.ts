import type { HttpCaller, RequestParts } from './http-caller';
import { type RequestOf, type ResponseOf, type Route, type RouteTable, successOf } from './route';

type Ask<Own extends Route> =
  Record<never, never> extends RequestOf<Own>
    ? (request?: RequestOf<Own>) => Promise<ResponseOf<Own>>
    : (request: RequestOf<Own>) => Promise<ResponseOf<Own>>;

/** The client of a service: a function per route. */
export type Client<Table extends RouteTable> = {
  [Name in keyof Table]: Ask<Table[Name]>;
};

/** Makes the client of a service from its routes. Calls reject with the service's problem. */
export const clientOf = <Table extends RouteTable>(
  routes: Table,
  http: HttpCaller,
): Client<Table> => {
  const ask = (route: Route) => {
    const { method, path, idempotent } = route;
    const { body: response } = successOf(route);
    return (request: RequestParts = {}) =>
      http.call({ ...request, method, route: path, response, idempotent });
  };
  const entries = Object.entries(routes).map(([name, route]) => [name, ask(route)]);
  // biome-ignore lint/plugin: the compiler does not see that an object of entries has the names of the table
  return Object.fromEntries(entries) as Client<Table>;
};
