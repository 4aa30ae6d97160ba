import type { FaultBindings } from '@faultline/faults';
import { estimateDelivery, rankByAffinity } from './faults/calculations';
import { holdConnections } from './faults/connections';
import { lockAgainAndAgain } from './faults/lock';
import type { BadStatements, ProductRepository } from './product-repository';

interface Parts {
  statements: BadStatements;
  /** The address of the database. */
  url: string;
}

/** The faults of product, bound to its repository and its database. */
export const productFaults = ({
  statements,
  url,
}: Parts): FaultBindings<'product', { products: ProductRepository }> => ({
  productConnections: { hold: (_, holding) => holdConnections(url, holding) },
  lockContention: {
    hold: ({ lockTime }, holding) => lockAgainAndAgain(statements, lockTime, holding),
  },
  listNPlusOne: {
    around: (active) => ({
      products: (products) => ({
        list: async (query) => {
          const page = await products.list(query);
          if (!active()) return page;
          const items = [];
          for (const { id } of page.items) items.push((await products.read(id)) ?? []);
          return { ...page, items: items.flat() };
        },
      }),
    }),
  },
  productItem: {
    around: (active) => ({
      products: (products) => ({
        read: async (id) => {
          if (active(id)) await statements.readDimensions(id);
          return products.read(id);
        },
      }),
    }),
  },
  searchSql: {
    around: (active) => ({
      products: (products) => ({
        search: async (query) => {
          if (active()) await statements.searchMisspelt(query.q);
          return products.search(query);
        },
      }),
    }),
  },
  productCalculation: {
    around: (active) => ({
      products: (products) => ({
        read: async (id) => {
          const calculation = active();
          if (calculation) estimateDelivery(calculation.cpuTime);
          return products.read(id);
        },
      }),
    }),
  },
  productCpu: {
    around: (active) => {
      const compute = (): void => {
        const cpu = active();
        if (cpu) rankByAffinity(cpu.cpuTime);
      };
      return {
        products: (products) => ({
          list: async (query) => {
            compute();
            return products.list(query);
          },
          read: async (id) => {
            compute();
            return products.read(id);
          },
          search: async (query) => {
            compute();
            return products.search(query);
          },
        }),
      };
    },
  },
});
