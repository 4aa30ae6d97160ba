import { Executive } from '@faultline/contracts/console';
import { burnRate } from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import { Type } from 'typebox';
import { readJson } from '../../read-json';
import { get } from './get';
import { queryPrometheus } from './query-prometheus';

/** How many times faster than allowed each objective's budget is spent, over the last five minutes. */
export type BurnRates = () => Promise<ReadonlyMap<string, number>>;

const Budgets = Type.Pick(Executive, ['budgets']);

/** As the console of a release computes them. */
export const ratesOfConsole =
  (console: string): BurnRates =>
  async () => {
    const to = Date.now();
    const url = `${console}/api/executive?from=${to - 300_000}&to=${to}`;
    const { budgets } = readJson(url, Budgets, await get(url));
    return new Map(
      budgets.flatMap(({ slo, burn5m }) => (burn5m === undefined ? [] : [[slo, burn5m]])),
    );
  };

/** As a Prometheus with the chart's rules has recorded them for an installation. */
export const ratesOfPrometheus =
  (prometheus: string, installation: string): BurnRates =>
  async () => {
    const selector = `${burnRate}{window="5m",${identityLabels.installation}="${installation}"}`;
    const samples = await queryPrometheus(prometheus, selector);
    return new Map(samples.map(({ metric, value }) => [metric.slo ?? '', value]));
  };
