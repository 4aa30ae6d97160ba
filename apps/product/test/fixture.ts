import { productRoutes } from '@faultline/contracts';
import { startForTest } from '@faultline/service/testing';
import { product } from '../src/service';

/** Starts the service and waits until its shelves are filled. */
export const startProduct = async (databaseUrl: string, environment: NodeJS.ProcessEnv = {}) => {
  const service = await startForTest(product, { DATABASE_URL: databaseUrl, ...environment });
  return {
    ...service,
    ...service.client(productRoutes),
    ask: (path: string, query: Record<string, string> = {}) =>
      service.get(`${path}?${new URLSearchParams(query)}`),
  };
};

export type ProductFixture = Awaited<ReturnType<typeof startProduct>>;
