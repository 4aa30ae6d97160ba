import { Writable } from 'node:stream';
import {
  healthPath,
  Problem,
  ProductList,
  ProductPage,
  productRoutes,
  SuggestionList,
} from '@faultline/contracts';
import { startService } from '@faultline/service';
import { Parse } from 'typebox/value';
import { vi } from 'vitest';
import { product } from '../src/service';

const silence = new Writable({ write: (_chunk, _encoding, done) => done() });

/** Starts the service on free ports of loopback and waits until its shelves are filled. */
export const startProduct = async (databaseUrl: string, environment: NodeJS.ProcessEnv = {}) => {
  const service = await startService(
    product,
    {
      HOST: '127.0.0.1',
      PORT: '0',
      ADMIN_PORT: '0',
      DRAIN_MS: '0',
      DATABASE_URL: databaseUrl,
      ...environment,
    },
    silence,
  );
  await vi.waitFor(
    async () => {
      const probes = [`${service.adminUrl}/-/ready`, service.url + healthPath];
      for (const probe of probes)
        if (!(await fetch(probe)).ok) throw new Error(`${probe} is not well`);
    },
    { timeout: 20_000 },
  );

  const get = (path: string, query: Record<string, string> = {}) =>
    fetch(`${service.url}${path}?${new URLSearchParams(query)}`);
  const body = async (path: string, query?: Record<string, string>) => {
    const response = await get(path, query);
    if (!response.ok) throw new Error(`${response.url} was answered with ${response.status}`);
    return response.json();
  };
  return {
    ...service,
    get,
    body,
    list: async (query?: Record<string, string>) =>
      Parse(ProductPage, await body(productRoutes.list.path, query)),
    search: async (q: string, query: Record<string, string> = {}) =>
      Parse(ProductPage, await body(productRoutes.search.path, { q, ...query })),
    suggest: async (q: string) =>
      Parse(SuggestionList, await body(productRoutes.suggest.path, { q })).items,
    batch: async (ids: readonly string[]) =>
      Parse(ProductList, await body(productRoutes.readMany.path, { ids: ids.join(',') })).items,
    /** The status, code and fields of an answer that is a problem. */
    refused: async (path: string, query?: Record<string, string>) => {
      const response = await get(path, query);
      const { code, errors } = Parse(Problem, await response.json());
      return { status: response.status, code, fields: errors?.map(({ field }) => field) };
    },
  };
};

export type ProductFixture = Awaited<ReturnType<typeof startProduct>>;
