import { id, log } from '@faultline/otlp/testing';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConsoleSources } from '../src/sources';
import { setUp } from './incidents-for-test';
import { spansUntil } from './mcp-spans';
import { openStore, type StoreForTest } from './open-store';
import { alertsOf, changesOf, healthOf, histogram, metricsOf, sample } from './sources';
import { faultsFile, startConsole } from './start-console';

let test: StoreForTest;
const now = Date.now();

beforeAll(async () => {
  test = await openStore();
  await test.take(
    spansUntil(now),
    Array.from({ length: 100 }, (_, index) =>
      log({
        service: 'payment',
        level: 'error',
        time: now - 60_000 + index,
        message: 'payment-charge-provider-unreachable',
        traceId: id((index % 40) + 1),
        attributes: { err: { message: 'connect ECONNREFUSED', stack: 'at '.repeat(500) } },
      }),
    ),
  );
});
afterAll(() => test.close());

const connect = async (
  environment: NodeJS.ProcessEnv = {},
  headers: Record<string, string> = {},
  more: Partial<ConsoleSources> = {},
) => {
  const { incidents, fire } = setUp();
  fire('payment', {
    name: 'PaymentsFailing',
    summary: 'Payments fail for a reason that is not the shopper’s',
    since: now - 45_000,
  });
  const console_ = await startConsole({
    environment,
    faults: { file: await faultsFile() },
    sources: {
      ...test,
      incidents,
      metrics: metricsOf(
        [
          [
            'payment',
            (number) => [
              sample('build_info', 1, { version: '1.0.0' }),
              ...histogram(
                'http_server_request_duration_seconds',
                { 1: 2 * number, '+Inf': 2 * number },
                { http_response_status_code: '200' },
              ),
            ],
          ],
        ],
        { from: now - 60_000, count: 21 },
      ),
      health: healthOf([
        {
          at: now - 50_000,
          component: 'payment',
          state: 'red',
          since: now - 50_000,
          reasons: [{ rule: 'errors', words: '50 % of its requests fail', since: now - 50_000 }],
        },
      ]),
      changes: changesOf([
        { at: now - 55_000, service: 'payment', kind: 'release', before: '1.0.0', after: '1.1.0' },
      ]),
      ...more,
    },
  });
  const client = new Client({ name: 'test', version: '1.0.0' });
  await client.connect(
    new StreamableHTTPClientTransport(new URL(`${console_.url}/mcp`), {
      requestInit: { headers },
    }),
  );
  onTestFinished(() => client.close());
  return client;
};

const Text = Type.Object({ type: Type.Literal('text'), text: Type.String() });

const ask = async (client: Client, name: string, given: Record<string, unknown> = {}) => {
  const { content, isError } = await client.callTool({ name, arguments: given });
  const [{ text } = { text: '' }] = Parse(Type.Array(Text), content);
  // The message itself: in it, the text is a string of JSON.
  const message = { jsonrpc: '2.0', id: 1, result: { content, isError: true } };
  expect(Buffer.byteLength(JSON.stringify(message))).toBeLessThanOrEqual(8_000);
  return { text, isError: isError === true };
};

const json = async (...question: Parameters<typeof ask>): Promise<Record<string, unknown>> =>
  Parse(Type.Record(Type.String(), Type.Unknown()), JSON.parse((await ask(...question)).text));

describe('an agent', () => {
  it('has ten tools that only read, and one that acts on incidents', async () => {
    const { tools } = await (await connect()).listTools();
    expect(tools.map(({ name }) => name)).toEqual([
      'brief',
      'services',
      'metrics',
      'traces',
      'trace',
      'logs',
      'compare',
      'changes',
      'incidents',
      'runbook',
      'incident_action',
    ]);
    const writing = tools.filter(({ annotations }) => !annotations?.readOnlyHint);
    expect(writing.map(({ name }) => name)).toEqual(['incident_action']);
    expect(JSON.stringify(tools)).not.toMatch(/\bfaults?\b/i);
  });

  it('finds the cause of failed payments by the tools alone', async () => {
    const client = await connect();
    expect(await json(client, 'brief')).toMatchObject({
      items: [{ name: 'payment', state: 'red', reasons: [{ words: '50 % of its requests fail' }] }],
      errors: [
        { message: expect.stringContaining('ECONNREFUSED'), component: 'payment' },
        { component: 'payment' },
        { component: 'payment' },
      ],
      changes: [{ words: '1.0.0 → 1.1.0' }],
    });
    expect(await json(client, 'compare', { q: 'service:payment kind:SERVER' })).toMatchObject({
      selected: { compared: 20, total: 20 },
      items: [{ key: 'app.provider.region', value: 'west', selected: 1, rest: 0 }],
    });
    const { items } = await json(client, 'traces', { q: 'service:payment status:error' });
    const [line] = Parse(Type.Array(Type.Object({ traceId: Type.String() })), items);
    expect(await json(client, 'trace', { traceId: line?.traceId })).toMatchObject({
      items: [
        { depth: 0, name: 'POST /charges', status: 'ERROR' },
        {
          depth: 1,
          name: 'POST /v1/charges',
          exception: 'Error: connect ECONNREFUSED 127.0.0.1:9',
          criticalTime: 80,
        },
      ],
    });
    expect(await json(client, 'changes', { component: 'payment' })).toMatchObject({ total: 1 });
    expect(await json(client, 'incidents')).toMatchObject({ total: 1, totalAlerts: 0 });
    expect(await json(client, 'services')).toMatchObject({ edges: [] });
    expect(await json(client, 'metrics', { by: 'version', component: 'payment' })).toMatchObject({
      items: [{ name: '1.0.0', requests: 40 }],
    });
  });

  it('hears which component an incident points to, and acts on it', async () => {
    const client = await connect();
    expect(await json(client, 'incidents')).toMatchObject({
      items: [{ id: 1, state: 'open', component: 'payment', alerts: 1 }],
    });
    expect(await json(client, 'incidents', { id: 1 })).toMatchObject({
      suspects: [{ component: 'payment', words: expect.stringContaining('failed traces') }],
      claims: expect.arrayContaining([
        expect.objectContaining({ kind: 'difference', words: expect.stringContaining('west') }),
      ]),
    });
    const act = (given: Record<string, unknown>) =>
      ask(client, 'incident_action', { id: 1, by: 'agent', ...given });
    await act({ action: 'acknowledge' });
    await act({ action: 'comment', text: 'asked the provider' });
    expect((await act({ action: 'comment' })).isError).toBe(true);
    expect((await act({ action: 'resolve' })).text).toContain(
      '"resolvedBy":{"kind":"agent","name":"agent"}',
    );
    expect(await act({ action: 'resolve' })).toMatchObject({ isError: true });
    const { items } = await json(client, 'incidents', { id: 1 });
    expect(items).toContainEqual(expect.objectContaining({ words: 'asked the provider' }));
  });

  it('is told the most important of each, however many alerts fire', async () => {
    const states = { product: 'amber', cart: 'red', payment: 'red' } as const;
    const client = await connect(
      {},
      {},
      {
        alerts: alertsOf(
          Array.from({ length: 60 }, (_, index) => ({
            name: 'ServiceSlow',
            subject: `cart-${index}`,
            priority: index === 59 ? 'page' : 'ticket',
            summary: `Requests are slow, as they were yesterday: ${'x'.repeat(250)}`,
            component: 'cart',
            since: now - 60_000 + index,
            resolvedAt: undefined,
            value: 5,
          })),
        ),
        health: healthOf(
          (['product', 'cart', 'payment'] as const).map((component) => ({
            at: now - 50_000,
            component,
            state: states[component],
            since: now - 50_000,
            reasons: [{ rule: 'errors', words: '50 % of its requests fail', since: now - 50_000 }],
          })),
        ),
      },
    );
    const brief = await json(client, 'brief');
    expect(brief).toMatchObject({
      alertsFiring: 60,
      unhealthyComponents: 3,
      items: [{ name: 'cart' }, { name: 'payment' }, { name: 'product' }],
      changes: [{ words: '1.0.0 → 1.1.0' }],
      errors: expect.arrayContaining([expect.objectContaining({ component: 'payment' })]),
    });
    const [first] = Parse(Type.Array(Type.Object({ priority: Type.String() })), brief.alerts);
    expect(first).toMatchObject({ priority: 'page' });
  });

  it('sees in one line that a statement is repeated', async () => {
    expect(await json(await connect(), 'trace', { traceId: id(99) })).toMatchObject({
      items: [{ name: 'GET /products' }, { name: 'SELECT products', times: 24 }],
    });
  });

  it('gets what fits into 8 KB, and hears how much there is', async () => {
    const answer = await json(await connect(), 'logs', { q: 'level:error' });
    expect(answer).toMatchObject({ total: 100, of: 40, shortened: 'narrow the search' });
    expect(answer.shown).toBeGreaterThan(5);
    expect(answer.items).toHaveLength(Number(answer.shown));
  });

  it('hears what to look at for an alert', async () => {
    const client = await connect();
    expect(await json(client, 'runbook', { alert: 'PaymentsFailing' })).toMatchObject({
      condition: expect.stringContaining('5 % of the payments'),
      items: expect.arrayContaining([expect.stringContaining('service:payment')]),
    });
    expect((await json(client, 'runbook')).items).toContainEqual(
      expect.objectContaining({ name: 'ServiceSlow', priority: 'page' }),
    );
    expect(await json(client, 'runbook', { alert: 'ServiceSlow', subject: 'cart' })).toMatchObject({
      condition: expect.stringContaining('requests to cart is over 2 s'),
      items: expect.arrayContaining([expect.stringContaining('service:cart')]),
    });
    for (const name of ['brief', 'services', 'incidents', 'runbook'])
      expect((await ask(client, name)).text).not.toMatch(/\bfaults?\b/i);
  });

  it('hears what is wrong with its question', async () => {
    const client = await connect();
    expect(await ask(client, 'traces', { q: 'a:/b/' })).toEqual({
      isError: true,
      text: 'a cannot be a regular expression: * stands for any text, and a value with / needs quotes',
    });
    expect(await ask(client, 'runbook', { alert: 'Nothing' })).toMatchObject({ isError: true });
    expect(await ask(client, 'trace', { traceId: 'x' })).toMatchObject({ isError: true });
  });

  it('needs the token of a private console', async () => {
    const environment = { CONSOLE_TOKEN: 'correct-horse', CONSOLE_PRIVATE: 'true' };
    await expect(connect(environment)).rejects.toThrow();
    const client = await connect(environment, { authorization: 'Bearer correct-horse' });
    expect((await client.listTools()).tools).toHaveLength(11);
  });

  it('needs none to read a console that is not private, but to act', async () => {
    const environment = { CONSOLE_TOKEN: 'correct-horse' };
    const client = await connect(environment);
    const acknowledge = { id: 1, action: 'acknowledge' };
    expect(await ask(client, 'incident_action', acknowledge)).toMatchObject({
      isError: true,
      text: expect.stringContaining('token'),
    });
    const trusted = await connect(environment, { authorization: 'Bearer correct-horse' });
    expect((await ask(trusted, 'incident_action', acknowledge)).isError).toBe(false);
    expect((await client.listTools()).tools).toHaveLength(11);
  });
});
