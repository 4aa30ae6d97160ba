import { serviceNames, storeNames, stores } from '@faultline/topology';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Alertmanager, startAlertmanager } from '../src/backends/alertmanager';

const Alerts = Type.Array(
  Type.Object({
    labels: Type.Record(Type.String(), Type.String()),
    status: Type.Object({ inhibitedBy: Type.Array(Type.String()) }),
  }),
);

type Labels = Readonly<Record<string, string>>;

const cleanup = new AsyncDisposableStack();
let alertmanager: Alertmanager;

beforeAll(async () => {
  // Nobody hears of these alerts.
  const nobody = 'http://127.0.0.1:9';
  alertmanager = await startAlertmanager({
    slackUrls: { pages: nobody, tickets: nobody },
    console: { url: nobody, token: 'a-token-for-this-test' },
    deadMansSwitchUrl: nobody,
  });
  cleanup.defer(alertmanager.stop);
});

afterAll(() => cleanup.disposeAsync());

const ticketOf = (alertname: string, service: string, component = service): Labels => ({
  alertname,
  priority: 'ticket',
  service,
  component,
});

/** A ticket about each service, as it fires while something that the service needs is gone. */
const ofServices = serviceNames.map((service) => ticketOf('DependencyFailing', service));

let cases = 0;

/** Fires a cause beside tickets of its own and of another installation; asks Alertmanager which it silences. */
const fire = async (cause: Labels, tickets = ofServices): Promise<() => Promise<string[]>> => {
  // Installations of their own keep the cases apart.
  const own = `case-${++cases}`;
  const within = (installation: string, alerts: Labels[]) =>
    alerts.map((labels) => ({ ...labels, service_namespace: installation }));
  const fired = [...within(own, [cause, ...tickets]), ...within(`not-${own}`, tickets)];
  const posted = await fetch(`${alertmanager.url}/api/v2/alerts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(fired.map((labels) => ({ labels }))),
  });
  expect(posted.status, await posted.text()).toBe(200);
  const known = async () => {
    const response = await fetch(`${alertmanager.url}/api/v2/alerts`);
    return Parse(Alerts, await response.json()).filter(({ labels }) =>
      labels.service_namespace?.endsWith(own),
    );
  };
  await expect.poll(async () => (await known()).length).toBe(fired.length);
  return async () =>
    (await known())
      .filter(({ status }) => status.inhibitedBy.length > 0)
      .map(({ labels }) => `${labels.service_namespace} ${labels.service}`.replace(`${own} `, ''))
      .sort();
};

it.each([
  [
    'StoreUnreachable',
    'product',
    'product-data',
    ['api-gateway', 'cart', 'product', 'web-gateway'],
  ],
  ['StoreErrors', 'payment', 'payment-data', ['api-gateway', 'payment', 'web-gateway']],
  ['ServiceDown', 'session', 'session', ['api-gateway', 'session', 'web-gateway']],
  ['ServiceErrors', 'cart', 'cart', ['cart']],
] as const)(
  '%s of %s about %s silences the tickets of %j, in its installation alone',
  async (alertname, service, component, tickets) => {
    const silenced = await fire({ alertname, priority: 'page', service, component });
    await expect.poll(silenced).toEqual(tickets);
  },
);

it('a dead replica silences nothing', async () => {
  const component = storeNames.find((store) => stores[store].replicaOf !== undefined) ?? '';
  const cause = { alertname: 'ReplicaErrors', priority: 'ticket', service: 'cart', component };
  const silenced = await fire(cause);
  expect(await silenced()).toEqual([]);
});

const page = (alertname: string, service: string, component = service): Labels => ({
  ...ticketOf(alertname, service, component),
  priority: 'page',
});

it('a store that fails silences what follows from it, and no ticket with a cause of its own', async () => {
  const silenced = await fire(page('StoreErrors', 'cart', 'cart-data'), [
    ticketOf('DependencySlow', 'api-gateway'),
    ticketOf('RouteErrors', 'web-gateway'),
    ticketOf('ReplicaNotFollowing', 'cart', 'cart-data-replica'),
    ticketOf('MemoryGrowing', 'cart'),
    ticketOf('UnexpectedErrors', 'api-gateway'),
    ticketOf('RestartsRepeated', 'web-gateway'),
  ]);
  await expect.poll(silenced).toEqual(['api-gateway', 'cart', 'web-gateway']);
});

it.each([
  page('PaymentsFailing', 'payment'),
  page('ServiceDown', 'payment'),
  page('StoreErrors', 'payment', 'payment-data'),
])('a charge that succeeded late is told whatever else fails: $alertname', async (cause) => {
  const silenced = await fire(cause, [
    ticketOf('PaymentsSucceededLate', 'payment'),
    ticketOf('DependencySlow', 'payment'),
  ]);
  await expect.poll(silenced).toEqual(['payment']);
});
