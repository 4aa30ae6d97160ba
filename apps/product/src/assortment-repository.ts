import type { Category, Product } from '@faultline/contracts';
import type { Database } from '@faultline/service/postgres';

/** Updates the tables to the assortment; idempotent. */
export const stockShelves = (
  database: Database,
  categories: readonly Pick<Category, 'id' | 'name'>[],
  products: readonly Product[],
): Promise<void> =>
  database.transaction(async (transaction) => {
    await transaction.query(
      `insert into categories (id, name, position)
       select id, name, position
       from rows from (jsonb_to_recordset($1) as (id text, name text))
         with ordinality as c (id, name, position)
       on conflict (id) do update set name = excluded.name, position = excluded.position`,
      [JSON.stringify(categories)],
    );
    await transaction.query(
      `insert into products
         (id, name, description, category, price_amount, price_currency, image_url, position)
       select id, name, description, category,
         (price ->> 'amount')::integer, price ->> 'currency', "imageUrl", position
       from rows from (jsonb_to_recordset($1) as
           (id text, name text, description text, category text, price jsonb, "imageUrl" text))
         with ordinality as p (id, name, description, category, price, "imageUrl", position)
       on conflict (id) do update set
         name = excluded.name, description = excluded.description, category = excluded.category,
         price_amount = excluded.price_amount, price_currency = excluded.price_currency,
         image_url = excluded.image_url, position = excluded.position`,
      [JSON.stringify(products)],
    );
    await transaction.query('delete from products where id <> all ($1)', [
      products.map(({ id }) => id),
    ]);
    await transaction.query('delete from categories where id <> all ($1)', [
      categories.map(({ id }) => id),
    ]);
  });
