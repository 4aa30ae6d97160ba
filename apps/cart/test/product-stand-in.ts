import { healthPath, type Product, productRoutes } from '@faultline/contracts';
import { outsideServer, problemOf } from '@faultline/service';
import { Type } from 'typebox';

export interface ProductStandIn {
  url: string;
  /** What it does with a request for a product. */
  behaviour: 'well' | 'failing' | 'silent';
  stop(): Promise<void>;
}

const describe = (id: string): Product => ({
  id,
  name: `Mug ${id}`,
  description: 'A mug.',
  category: 'mugs',
  price: { amount: 1250, currency: 'EUR' },
  imageUrl: `/images/${id}.svg`,
});

/** Stands for the product service: it sells `mug-1`, `mug-2` and so on, and nothing else. */
export const startProductStandIn = async (): Promise<ProductStandIn> => {
  const server = outsideServer();
  const schema = { params: Type.Object({ id: Type.String() }) };

  server.get(productRoutes.read.path, { schema }, async ({ params: { id } }, reply) => {
    if (standIn.behaviour === 'failing') throw new Error('the catalogue is on fire');
    // The response never comes; the server closes the connection when it stops.
    if (standIn.behaviour === 'silent') return reply.hijack();
    if (!/^mug-\d+$/.test(id))
      throw problemOf(productRoutes.read, 'unknown-product', `There is no ${id}.`);
    return describe(id);
  });
  server.get(healthPath, async () => [
    { Name: 'product', Status: 'OK', StatusTime: new Date().toISOString() },
  ]);

  const standIn: ProductStandIn = {
    url: await server.listen({ host: '127.0.0.1', port: 0 }),
    behaviour: 'well',
    stop: () => server.close(),
  };
  return standIn;
};
