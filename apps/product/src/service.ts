import { join } from 'node:path';
import { productRoutes } from '@faultline/contracts';
import { categories, products } from '@faultline/product-catalog';
import { databaseConfig, defineService } from '@faultline/service';
import { Type } from 'typebox';
import { stockShelves } from './assortment-repository';
import { withFaults } from './faults';
import { productRepository } from './product-repository';
import { productHandlers } from './routes';

const ProductConfig = Type.Object(databaseConfig);

export const product = defineService({
  name: 'product',
  config: ProductConfig,
  build: async (app, config) => {
    const database = app.postgres('product-data', config.DATABASE_URL, {
      migrations: join(__dirname, '../migrations'),
      maxConnections: config.DATABASE_POOL_SIZE,
      writes: false,
      afterMigration: (migrated) => stockShelves(migrated, categories, products),
    });
    const repository = withFaults(app.faults, {
      products: productRepository(database),
      database,
      url: config.DATABASE_URL,
    });
    app.serve(productRoutes, productHandlers(repository));
  },
});
