import { prometheusRules } from '@faultline/dashboards';
import { type FaultKey, faultOf } from '@faultline/faults';
import { type Load, startLoad } from '@faultline/load';
import { alertKey, componentUnhealthy } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eachService, type Prometheus, startPrometheus } from '../src/backends/prometheus';
import { startShop } from '../src/start-shop';

/** The first is counted from 0 on; of the second, failures are all that its series ever has. */
const faults: FaultKey[] = ['payment', 'searchSql'];

let shop: Awaited<ReturnType<typeof startShop>>;
let load: Load;
let prometheus: Prometheus;

beforeAll(async () => {
  shop = await startShop();
  load = startLoad({ url: shop.demo.url('web-gateway') });
  prometheus = await startPrometheus({
    jobs: eachService(
      Object.fromEntries(serviceNames.map((name) => [name, shop.demo.adminUrl(name)])),
    ),
    rules: prometheusRules(1),
  });
});

afterAll(async () => {
  await load?.stop();
  await prometheus?.stop();
  await shop?.stop();
});

const firing = async (): Promise<string[]> => {
  const alerts = await prometheus.query('ALERTS{alertstate="firing",priority=~"page|ticket"}');
  return alerts.map(({ metric }) => `${metric.alertname} ${metric.subject}`).sort();
};

const unhealthyComponents = async (): Promise<string[]> => {
  const unhealthy = await prometheus.query(`${componentUnhealthy} == 1`);
  return unhealthy.map(({ metric }) => `${metric.component} ${metric.rule}`).sort();
};

it('fires the alerts of the faults that are on, under load, until they are off', async () => {
  const within = { timeout: 120_000, interval: 1_000 };
  const busy = 'sum(increase(payments_total[1m])) > 10';
  await expect.poll(async () => (await prometheus.query(busy)).length, within).toBe(1);
  expect(await firing()).toEqual([]);

  for (const key of faults) await shop.switches.on(key, {});
  const declared = faults.flatMap((key) => {
    const { alert } = faultOf(key).evidence;
    return alert === 'none' ? [] : [alertKey(alert)];
  });
  await expect.poll(firing, within).toEqual(expect.arrayContaining(declared));
  await expect.poll(unhealthyComponents, within).toContain('payment errors');

  await shop.switches.off(faults);
  await expect.poll(firing, within).toEqual([]);
}, 420_000);
