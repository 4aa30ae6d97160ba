import { prometheusRules } from '@faultline/dashboards';
import { type FaultKey, faultKeys, faultOf } from '@faultline/faults';
import { type Load, startLoad } from '@faultline/load';
import { alertKey, findAlert } from '@faultline/slo';
import { shareOfDay } from '@faultline/stores';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Prometheus } from '../src/backends/prometheus';
import { type Finding, findings } from '../src/bake-off/detectors';
import { startWatchedShop, type WatchedShop } from '../src/bake-off/watched-shop';

const withAlert = faultKeys.flatMap((key) => {
  const { alert: declared } = faultOf(key).evidence;
  const alert = declared === 'none' ? undefined : findAlert(declared);
  return alert ? [{ key, alert }] : [];
});

let shop: WatchedShop;
let load: Load;
let prometheus: Prometheus;

beforeAll(async () => {
  shop = await startWatchedShop();
  load = startLoad({ url: shop.demo.url('web-gateway') });
  prometheus = await shop.prometheus(prometheusRules(1));
});

afterAll(async () => {
  await load?.stop();
  await shop?.stop();
});

const within = { timeout: 180_000, interval: 1_000 };

const said = async (): Promise<readonly Finding[]> => findings({ ...shop.observers, prometheus });

/** The names of what some detectors say. */
const namesOf = async (...detectors: readonly Finding['detector'][]): Promise<string[]> =>
  (await said()).flatMap(({ detector, name }) => (detectors.includes(detector) ? [name] : []));

const firing = () => namesOf('alert', 'loki');

/** What the boards show of a fault, as far as its entry in the catalogue says that they do. */
const shownOf = (key: FaultKey): string[] => {
  const { serviceMap } = faultOf(key).evidence;
  return serviceMap === 'none' ? [] : [`${serviceMap.component} ${serviceMap.rule}`];
};

it.each(shareOfDay(withAlert, 9))(
  '$key: the boards show it, its alert fires, and Slack is told of it and of its end',
  async ({ key, alert }) => {
    const busy = 'sum(increase(payments_total[1m])) > 10';
    await expect.poll(async () => (await prometheus.query(busy)).length, within).toBe(1);
    await expect.poll(firing, within).toEqual([]);

    const since = Date.now();
    await shop.switches.on(key, {});
    await expect.poll(firing, within).toContain(alertKey(alert));
    const shown = expect.arrayContaining(shownOf(key));
    await expect.poll(() => namesOf('board'), within).toEqual(shown);
    const toldOf = () => shop.slack.lastOf(alert.component, since);
    await expect.poll(toldOf, within).toBe('firing');

    await shop.switches.off([key]);
    const { leavesBehind, service } = faultOf(key);
    if (leavesBehind) shop.demo.kill(service, 'SIGTERM');
    await expect.poll(firing, within).not.toContain(alertKey(alert));
    await expect.poll(toldOf, within).toBe('over');
  },
  900_000,
);
