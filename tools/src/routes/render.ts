import type { Route } from './collect';

const patternOf = (path: string): string =>
  path
    .replace(/[.]/g, '\\.')
    .replace(/:[A-Za-z]+/g, '[^/]+')
    .replace(/\*$/, '.*');

/** files/routes.json of the chart: each service's routes, with a regular expression of their paths. */
export const renderRoutes = (routes: Readonly<Record<string, readonly Route[]>>): string => {
  const rendered = Object.fromEntries(
    Object.entries(routes).map(([service, own]) => [
      service,
      own.map(({ method, path }) => ({ name: `${method} ${path}`, method, path: patternOf(path) })),
    ]),
  );
  return `${JSON.stringify(rendered, undefined, 2)}\n`;
};
