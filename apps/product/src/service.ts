import { join } from 'node:path';
import { productRoutes } from '@faultline/contracts';
import { categories, products } from '@faultline/product-catalog';
import { defineService } from '@faultline/service';
import { connectPostgres, databaseConfig } from '@faultline/service/postgres';
import { Type } from 'typebox';
import { stockShelves } from './assortment-repository';
import { productFaults } from './faults';
import { badStatements, productRepository } from './product-repository';
import { productHandlers } from './routes';

const ProductConfig = Type.Object(databaseConfig);

export const product = defineService({
  name: 'product',
  config: ProductConfig,
  build: async (app, config) => {
    const database = connectPostgres(app, 'product-data', config.DATABASE_URL, {
      migrations: join(__dirname, '../migrations'),
      maxConnections: config.DATABASE_POOL_SIZE,
      writes: false,
      afterMigration: (migrated) => stockShelves(migrated, categories, products),
    });
    const faults = app.faults.bind(
      productFaults({ statements: badStatements(database), url: config.DATABASE_URL }),
    );
    const repository = faults.around('products', productRepository(database));
    app.serve(productRoutes, productHandlers(repository));
  },
});
