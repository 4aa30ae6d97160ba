import { catalogue, type Faults } from '@faultline/faults';
import type { Database } from '@faultline/service';
import { estimateDelivery, rankByAffinity } from './faults/calculations';
import { holdConnections } from './faults/connections';
import { lockProducts } from './faults/lock';
import type { ProductRepository } from './product-repository';

interface Seams {
  products: ProductRepository;
  database: Database;
  /** The address of the database. */
  url: string;
}

/** The faults of product, bound to its repository and its database. */
export const withFaults = (
  faults: Faults,
  { products, database, url }: Seams,
): ProductRepository => {
  faults.whileOn(catalogue.productConnections, (_, ended) => holdConnections(url, ended));
  faults.whileOn(catalogue.lockContention, ({ delay }, ended) =>
    lockProducts(database, delay, ended),
  );

  const compute = (): void => {
    const cpu = faults.active(catalogue.productCpu);
    if (cpu) rankByAffinity(cpu.delay);
  };

  return {
    ...products,
    list: async (query) => {
      compute();
      const page = await products.list(query);
      if (!faults.active(catalogue.listNPlusOne)) return page;
      const items = [];
      for (const { id } of page.items) items.push((await products.read(id)) ?? []);
      return { ...page, items: items.flat() };
    },
    read: async (id) => {
      compute();
      const calculation = faults.active(catalogue.productCalculation);
      if (calculation) estimateDelivery(calculation.delay);
      if (faults.active(catalogue.productItem, id))
        await database.query(
          "select id, description::json ->> 'dimensions' as dimensions from products where id = $1",
          [id],
        );
      return products.read(id);
    },
    search: async (query) => {
      compute();
      if (faults.active(catalogue.searchSql))
        await database.query(
          "select id, name from products where serach @@ websearch_to_tsquery('english', $1)",
          [query.q],
        );
      return products.search(query);
    },
  };
};
