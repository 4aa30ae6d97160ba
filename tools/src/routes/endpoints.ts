import { type RouteTable, shopRoutes } from '@faultline/contracts';
import { consoleRoutes } from '@faultline/contracts/console';

const render = (routes: RouteTable, name: string, head: string): string => {
  const lines = Object.entries(routes).map(
    ([key, { method, path }]) => `  ${key}: { method: '${method}', path: '${path}' },`,
  );
  return `${head}
export const ${name} = {
${lines.join('\n')}
} as const;
`;
};

/** The methods and paths of APIs, for programs that cannot load the schemas. */
export const endpointFiles = (): [path: string, contents: string][] => [
  [
    'libs/contracts/src/shop-endpoints.ts',
    render(
      shopRoutes,
      'shopEndpoints',
      `// Generated from shop.ts by npm run generate. Without imports, as k6 and the storefront load it as it is.

/** The method and the path of each route of the public API. */`,
    ),
  ],
  [
    'libs/contracts/src/console/endpoints.ts',
    render(
      consoleRoutes,
      'consoleEndpoints',
      `// Generated from routes.ts by npm run generate. Without imports, as the console's pages load it as it is.

/** The method and the path of each route of the console. */`,
    ),
  ],
];
