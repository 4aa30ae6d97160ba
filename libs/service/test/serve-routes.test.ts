import { clientOf, Problem, route, withDefault } from '@faultline/contracts';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { expect, it } from 'vitest';
import { type Handlers, problemOf } from '../src';
import { startFixture } from './fixture';

const Thing = Type.Object({ name: Type.String() });

const thingRoutes = {
  read: route({
    method: 'GET',
    path: '/things/:id',
    summary: 'One thing',
    params: Type.Object({ id: Type.String({ maxLength: 8 }) }),
    querystring: Type.Object({ times: withDefault(Type.Integer(), 1) }),
    response: { 200: Thing },
    problems: { 404: ['unknown-thing'], 409: ['thing-taken', 'thing-broken'] },
  }),
  create: route({
    method: 'POST',
    path: '/things',
    summary: 'Make a thing',
    body: Thing,
    response: { 201: Thing },
  }),
};

const handlers: Handlers<typeof thingRoutes> = {
  read: ({ params: { id }, query: { times } }) => {
    if (id === 'paid')
      throw problemOf(thingRoutes.read, 'thing-taken', 'It is taken.', {
        field: 'id',
        extensions: { decline: { code: 'expired_card' } },
      });
    if (id === 'none') throw problemOf(thingRoutes.read, 'unknown-thing', 'There is none.');
    return { name: id.repeat(times), secret: 'not in the schema' };
  },
  create: ({ body }) => body,
};

const start = () => startFixture(async (app) => app.serve(thingRoutes, handlers));

it('serves each route with its status and its schema', async () => {
  const service = await start();
  expect(await (await service.get('/things/ab?times=2')).json()).toEqual({ name: 'abab' });
  const created = await fetch(`${service.url}/things`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'kettle' }),
  });
  expect(created.status).toBe(201);
  expect((await service.get('/things/much-too-long')).status).toBe(400);
});

it('tells a problem with the status of its record', async () => {
  const service = await start();
  const response = await service.get('/things/paid');
  expect(response.status).toBe(409);
  expect(Parse(Problem, await response.json())).toMatchObject({
    code: 'thing-taken',
    errors: [{ field: 'id', message: 'It is taken.' }],
    decline: { code: 'expired_card' },
  });
  expect((await service.get('/things/none')).status).toBe(404);
});

it('hands on the extension members of a problem that a callee has', async () => {
  const service = await start();
  const caller = await startFixture(async (app) => {
    const things = clientOf(thingRoutes, app.caller('product', service.url));
    app.routes(async (http) => {
      http.get('/through', () => things.read({ params: { id: 'paid' } }));
    }, {});
  });
  const response = await caller.get('/through');
  expect(await response.json()).toMatchObject({
    status: 409,
    code: 'thing-taken',
    decline: { code: 'expired_card' },
  });
});

it('documents the codes of a route', async () => {
  const service = await start();
  const { paths } = Parse(
    Type.Object({ paths: Type.Record(Type.String(), Type.Any()) }),
    await (await service.get('/openapi.json')).json(),
  );
  const { get } = paths['/things/{id}'];
  expect(get.responses['409'].description).toContain('`thing-taken`, `thing-broken`');
  expect(Object.keys(get.responses)).toEqual(['200', '404', '409', '4XX', '5XX']);
});

it('does not compile with a handler or a code that no record has, or without one that it has', () => {
  // @ts-expect-error nobody creates
  const tooFew: Handlers<typeof thingRoutes> = { read: handlers.read };
  // @ts-expect-error no record says destroy
  const tooMany: Handlers<typeof thingRoutes> = { ...handlers, destroy: () => ({}) };
  // @ts-expect-error a thing has a name
  const strange: Handlers<typeof thingRoutes> = { ...handlers, create: () => ({ title: 'x' }) };
  expect([tooFew, tooMany, strange]).toHaveLength(3);
  // @ts-expect-error it is a problem of another route
  expect(() => problemOf(thingRoutes.create, 'thing-taken', 'Taken.')).toThrow('no problem');
});
