import { clientOf, Problem, type ProblemCodeOf, route, withDefault } from '@faultline/contracts';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { expect, expectTypeOf, it } from 'vitest';
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
  replace: route({
    method: 'PUT',
    path: '/things/:id',
    summary: 'Make a thing another one',
    body: Thing,
    response: { 202: Thing },
    hasObjective: true,
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
  replace: ({ body }) => body,
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

it('hands on the extension members of a problem that a dependency has', async () => {
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

// Checked by the compiler, in `typecheck`.
it('has a handler for each record and for nothing else, and a problem of its own record only', () => {
  type Things = Handlers<typeof thingRoutes>;
  expectTypeOf<keyof Things>().toEqualTypeOf<keyof typeof thingRoutes>();
  expectTypeOf(handlers).toExtend<Things>();
  expectTypeOf<Pick<typeof handlers, 'read'>>().not.toExtend<Things>();
  expectTypeOf<() => { title: string }>().not.toExtend<Things['create']>();
  type CodeOf<Route extends keyof typeof thingRoutes> = ProblemCodeOf<(typeof thingRoutes)[Route]>;
  expectTypeOf(problemOf<typeof thingRoutes.read>)
    .parameter(1)
    .toEqualTypeOf<'unknown-thing' | 'thing-taken' | 'thing-broken'>();
  expectTypeOf<'thing-taken'>().not.toExtend<CodeOf<'create'>>();
});

it('counts the requests of a route with an objective from 0, and so does not miss the first failure', async () => {
  const service = await start();
  const metrics = await service.metrics();
  const counted = [
    ...metrics.matchAll(/^http_server_request_duration_seconds_count\{(.*)\} (\d+)$/gm),
  ].map(([, labels, count]) => `${labels} ${count}`);
  expect(counted).toEqual(
    [202, 500, 502, 503, 504].map(
      (status) =>
        `http_request_method="PUT",http_route="/things/:id",http_response_status_code="${status}" 0`,
    ),
  );
});
