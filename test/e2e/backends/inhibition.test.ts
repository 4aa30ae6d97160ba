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

/** A ticket about each service, as it fires while something that the service needs is gone. */
const ticketsIn = (installation: string): Labels[] =>
  serviceNames.map((service) => ({
    alertname: 'DependencyFailing',
    priority: 'ticket',
    service,
    component: service,
    service_namespace: installation,
  }));

/** Fires a cause beside the tickets of its own and of another installation; asks Alertmanager which it silences. */
const fire = async (cause: Labels): Promise<() => Promise<string[]>> => {
  // Installations of their own keep the cases apart.
  const own = `${cause.alertname}-${cause.component}`;
  const fired = [
    { ...cause, service_namespace: own },
    ...ticketsIn(own),
    ...ticketsIn(`not-${own}`),
  ];
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
