import { serviceRoutes } from '@faultline/contracts';
import { type ServiceName, serviceNames } from '@faultline/topology';

interface Address {
  method: string;
  path: string;
}

/** Each service of the topology has routes. */
const routes: Readonly<Record<ServiceName, readonly Address[]>> = serviceRoutes;

const patternOf = (path: string): string =>
  path
    .replace(/[.]/g, '\\.')
    .replace(/:[A-Za-z]+/g, '[^/]+')
    .replace(/\*$/, '.*');

/** files/routes.json of the chart: each service's routes, with a regular expression of their paths. */
export const renderRoutes = (): string => {
  const rendered = Object.fromEntries(
    serviceNames.map((service) => [
      service,
      routes[service].map(({ method, path }) => ({
        name: `${method} ${path}`,
        method,
        path: patternOf(path),
      })),
    ]),
  );
  return `${JSON.stringify(rendered, undefined, 2)}\n`;
};
