import { filePattern, pages } from './pages';
import type { Route } from './route';
import { ownRoutes } from './service-tables';
import { shopRoutes } from './shop';

type Address = Pick<Route, 'method' | 'path'>;

const storefront = [...Object.values(pages), filePattern].map(
  (path): Address => ({ method: 'GET', path }),
);

/** The routes of each service, the most specific first, including those that the public entry forwards. */
export const serviceRoutes = {
  'web-gateway': [...Object.values(shopRoutes), ...storefront],
  'api-gateway': Object.values(shopRoutes),
  ...ownRoutes,
} satisfies Record<string, readonly Address[]>;
