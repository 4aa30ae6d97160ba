import { expect } from 'vitest';
import type { Addition } from './addition';

export const route: Addition = {
  name: 'a route is added by a record and a handler',
  add: (scratch) => {
    const [contract, handlers] = ['libs/contracts/src/session.ts', 'apps/session/src/routes.ts'];
    const record = `  renew: route({
    method: 'POST',
    path: '/sessions/current',
    summary: 'Go on under another id',
    headers: withSession,
    response: { 201: Session },
  }),
`;
    scratch.insert(contract, '};\nexport type SessionClient', record);
    scratch.runSource('tools/src/generate.ts');
    expect(scratch.typeErrors('apps/session').join('\n')).toContain("Property 'renew' is missing");

    scratch.insert(handlers, '  read: ', '  renew: () => sessions.create(),\n');
    expect(scratch.typeErrors('apps/*')).toEqual([]);
    expect(scratch.changedByHand()).toEqual([handlers, contract]);
    expect(scratch.read('deploy/helm/faultline/files/routes.json')).toContain(
      '"POST /sessions/current"',
    );
  },
};

export const publicRoute: Addition = {
  name: 'a public route is added by a record and a handler',
  add: (scratch) => {
    const [contract, handlers] = [
      'libs/contracts/src/shop.ts',
      'apps/api-gateway/src/routes/products.ts',
    ];
    const record = `  readPicture: route({
    method: 'GET',
    path: '/api/products/:id/picture',
    summary: 'Where the picture of a product is',
    params: productRoutes.read.params,
    response: { 200: Type.Object({ url: Type.String() }) },
  }),
`;
    scratch.insert(contract, '  searchProducts: route(', record);
    scratch.runSource('tools/src/generate.ts');
    scratch.insert(handlers, "  | 'searchProducts'", "  | 'readPicture'\n");
    scratch.insert(
      handlers,
      '  searchProducts: (',
      '  readPicture: async ({ params }) => ({ url: (await products.read({ params })).imageUrl }),\n',
    );
    expect(scratch.typeErrors('apps/api-gateway', 'load', 'test/e2e')).toEqual([]);
    expect(scratch.changedByHand()).toEqual([handlers, contract]);
    expect(scratch.read('libs/contracts/src/shop-endpoints.ts')).toContain(
      "readPicture: { method: 'GET', path: '/api/products/:id/picture' }",
    );
  },
};
