import { type Route, routeName, serviceRoutes } from '@faultline/contracts';
import { type ServiceName, serviceNames } from '@faultline/topology';

type Address = Pick<Route, 'method' | 'path'>;

/** Each service of the topology has routes. */
const routes: Readonly<Record<ServiceName, readonly Address[]>> = serviceRoutes;

const patternOf = (path: string): string =>
  path
    .replace(/[.]/g, '\\.')
    .replace(/:[A-Za-z]+/g, '[^/]+')
    .replace(/\*$/, '.*');

/** files/routes.json of the chart: each service's routes, with a regular expression of their paths. */
export const renderChartRoutes = (): string => {
  const rendered = Object.fromEntries(
    serviceNames.map((service) => [
      service,
      routes[service].map((route) => ({
        name: routeName(route),
        method: route.method,
        path: patternOf(route.path),
      })),
    ]),
  );
  return `${JSON.stringify(rendered, undefined, 2)}\n`;
};
