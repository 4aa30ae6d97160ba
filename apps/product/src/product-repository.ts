import {
  Category,
  type ListQuery,
  Product,
  type ProductPage,
  type SearchQuery,
} from '@faultline/contracts';
import type { Database } from '@faultline/service/postgres';
import { type Static, Type } from 'typebox';

export interface ProductRepository {
  list(query: ListQuery): Promise<ProductPage>;
  read(id: string): Promise<Product | undefined>;
  readMany(ids: readonly string[]): Promise<Product[]>;
  /** Full-text search, best match first; every word must occur, words are reduced to their stem. */
  search(query: SearchQuery): Promise<ProductPage>;
  /** Names that resemble the text by trigrams, typing mistakes included, best first. */
  suggest(text: string): Promise<string[]>;
  categories(): Promise<Category[]>;
}

/** Broken variants of statements. */
export interface BadStatements {
  /** Reads a description as JSON, which it is not. */
  readDimensions(id: string): Promise<void>;
  /** Searches in a column that does not exist. */
  searchMisspelt(text: string): Promise<void>;
  /** Locks the products as `alter table` does until `work` is done. */
  lockTable(work: () => Promise<void>): Promise<void>;
}

const columns = `
  id, name, description, category,
  json_build_object('amount', price_amount, 'currency', price_currency) as price,
  image_url as "imageUrl"`;

const maxSuggestions = 8;

/**
 * The minimum similarity of words, low enough for one typing mistake, such as two swapped letters.
 * The default of the operator `<%`, 0.6, matches almost no misspelt word.
 */
const minSimilarity = 0.44;

const Total = Type.Object({ total: Type.Integer() });
const Counted = Type.Object({ ...Product.properties, ...Total.properties });
type Counted = Static<typeof Counted>;
const Name = Type.Object({ name: Type.String() });

/** Makes a page from rows, each of which has the total number of products. */
const pageOf = (rows: Counted[], { page, size }: ListQuery): Omit<ProductPage, 'total'> => ({
  items: rows.map(({ total: _, ...product }) => product),
  page,
  size,
});

/** The catalogue in PostgreSQL. */
export const productRepository = (database: Database): ProductRepository => {
  /** Reads a page. A page past the last one has no row with the total, so the total is counted separately. */
  const page = async (
    source: string,
    order: string,
    filter: unknown,
    query: ListQuery,
  ): Promise<ProductPage> => {
    const rows = await database.rows(
      Counted,
      `select ${columns}, (count(*) over ())::integer as total
       from ${source} order by ${order} limit $2 offset $3`,
      [filter, query.size, (query.page - 1) * query.size],
    );
    const total =
      rows[0]?.total ??
      (await database.rows(Total, `select count(*)::integer as total from ${source}`, [filter]))[0]
        ?.total;
    return { ...pageOf(rows, query), total: total ?? 0 };
  };

  return {
    list: (query) =>
      page('products where $1::text is null or category = $1', 'position', query.category, query),
    search: (query) =>
      page(
        "products, websearch_to_tsquery('english', $1) as terms where search @@ terms",
        'ts_rank(search, terms) desc, position',
        query.q,
        query,
      ),
    read: async (id) =>
      (await database.rows(Product, `select ${columns} from products where id = $1`, [id]))[0],
    readMany: (ids) =>
      database.rows(Product, `select ${columns} from products where id = any ($1)`, [ids]),
    suggest: async (text) => {
      const rows = await database.rows(
        Name,
        `select name from products
         where word_similarity($1, name) >= ${minSimilarity} or name ilike $2
         order by word_similarity($1, name) desc, length(name), name
         limit ${maxSuggestions}`,
        [text, `%${text.replace(/[\\%_]/g, '\\$&')}%`],
      );
      return rows.map(({ name }) => name);
    },
    categories: () =>
      database.rows(
        Category,
        `select c.id, c.name, count(p.id)::integer as products
         from categories c left join products p on p.category = c.id
         group by c.id order by c.position`,
      ),
  };
};

export const badStatements = (database: Database): BadStatements => ({
  readDimensions: async (id) => {
    await database.query(
      "select id, description::json ->> 'dimensions' as dimensions from products where id = $1",
      [id],
    );
  },
  searchMisspelt: async (text) => {
    await database.query(
      "select id, name from products where serach @@ websearch_to_tsquery('english', $1)",
      [text],
    );
  },
  lockTable: (work) =>
    database.transaction(async (transaction) => {
      await transaction.query('lock table products in access exclusive mode');
      await work();
    }),
});
