import { Executive } from '@faultline/contracts/console';
import { burnRate } from '@faultline/slo';
import { identityLabels } from '@faultline/topology';
import { Type } from 'typebox';
import { ClusterError } from '../../cluster/programs';
import { readJson } from '../../read-json';

/** How many times faster than allowed each objective's budget is spent, over the last five minutes. */
export type BurnRates = () => Promise<ReadonlyMap<string, number>>;

const get = async (url: string): Promise<string> => {
  const response = await fetch(url, { signal: AbortSignal.timeout(10_000) }).catch((cause) => {
    throw new ClusterError(`${new URL(url).origin} cannot be reached`, { cause });
  });
  const text = await response.text();
  if (!response.ok) throw new ClusterError(`${url} responded with ${response.status}: ${text}`);
  return text;
};

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

const Vector = Type.Object({
  data: Type.Object({
    result: Type.Array(
      Type.Object({
        metric: Type.Record(Type.String(), Type.String()),
        value: Type.Tuple([Type.Number(), Type.String()]),
      }),
    ),
  }),
});

/** As a Prometheus with the chart's rules has recorded them for an installation. */
export const ratesOfPrometheus =
  (prometheus: string, installation: string): BurnRates =>
  async () => {
    const selector = `${burnRate}{window="5m",${identityLabels.installation}="${installation}"}`;
    const url = `${prometheus}/api/v1/query?query=${encodeURIComponent(selector)}`;
    const { data } = readJson(url, Vector, await get(url));
    return new Map(data.result.map(({ metric, value }) => [metric.slo ?? '', Number(value[1])]));
  };
