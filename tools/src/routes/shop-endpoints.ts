import { shopRoutes } from '@faultline/contracts';

export const shopEndpointsFile = 'libs/contracts/src/shop-endpoints.ts';

/** The methods and paths of the public API, for programs that cannot load the schemas. */
export const renderShopEndpoints = (): string => {
  const lines = Object.entries(shopRoutes).map(
    ([name, { method, path }]) => `  ${name}: { method: '${method}', path: '${path}' },`,
  );
  return `// Generated from shop.ts by npm run generate. Without imports, as k6 and the storefront load it as it is.

/** The method and the path of each route of the public API. */
export const shopEndpoints = {
${lines.join('\n')}
} as const;
`;
};
