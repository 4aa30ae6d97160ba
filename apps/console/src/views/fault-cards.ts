import type { FaultCard, FaultList, FaultSetting } from '@faultline/contracts/console';
import { increments } from '@faultline/evidence';
import {
  evidenceRows,
  type FaultKey,
  type FaultReport,
  faultKeys,
  faultOf,
  faultReports,
  isDuration,
  pageOfFault,
  type SwitchedFault,
  settingFacts,
  settingsSchema,
} from '@faultline/faults';
import { serverDuration } from '@faultline/telemetry/names';
import { type TSchema, Type } from 'typebox';
import { Check } from 'typebox/value';
import type { ShopFaults } from '../faults/shop-faults';
import type { ConsoleSources } from '../sources';
import { type Paging, type Place, pageOfList } from './pages';

const minute = 60_000;

const Choices = Type.Object({ enum: Type.Array(Type.String()) });
const Numeric = Type.Object({ type: Type.Literal('number') });

const kindOf = (setting: TSchema): FaultSetting['kind'] => {
  if (isDuration(setting)) return 'duration';
  if (Check(Choices, setting)) return 'choice';
  return Check(Numeric, setting) ? 'number' : 'text';
};

const settingsOf = (key: FaultKey): FaultSetting[] =>
  Object.entries(settingsSchema(key).properties).map(([name, setting]) => {
    const schema: TSchema = setting;
    const { description, default: fallback, minimum, maximum } = settingFacts(schema);
    return {
      name,
      description,
      kind: kindOf(schema),
      ...(fallback !== undefined && { default: fallback }),
      ...(minimum !== undefined && { minimum }),
      ...(maximum !== undefined && { maximum }),
      ...(Check(Choices, schema) && { choices: schema.enum }),
    };
  });

const shownOn = ({ settings, version, session, until }: SwitchedFault) => ({
  settings: {
    ...settings,
    ...(version !== undefined && { version }),
    ...(session !== undefined && { session }),
  },
  ...(until !== undefined && { until: until * 1000 }),
});

/** How many requests a service had in the last minute. */
const requestsOf = (
  metrics: ConsoleSources['metrics'],
  service: Parameters<ShopFaults['adminUrl']>[0],
): number => {
  const now = Date.now();
  return increments(metrics.window(service, now - minute, now), `${serverDuration}_count`)
    .flatMap(({ by }) => [...by])
    .reduce((sum, by) => sum + by, 0);
};

/** The card of a fault, and of its present state if it is on. */
export const faultCard = (
  key: FaultKey,
  metrics: ConsoleSources['metrics'],
  on?: SwitchedFault,
  report: FaultReport = {},
): FaultCard => {
  const fault = faultOf(key);
  const { hits, problem } = report;
  const requests = hits === undefined ? 0 : requestsOf(metrics, fault.service);
  return {
    key,
    title: fault.title,
    service: fault.service,
    difficulty: fault.difficulty,
    scope: fault.scope,
    page: pageOfFault(key),
    userImpact: fault.userImpact,
    expect: evidenceRows(fault.evidence)
      .filter(([, text]) => text !== 'nothing')
      .map(([signal, text]) => `${signal}: ${text}`),
    mechanism: fault.mechanism,
    remedy: fault.remedy,
    hints: [...fault.hints],
    settings: settingsOf(key),
    ...(on && { on: shownOn(on) }),
    ...(on && hits !== undefined && requests > 0 && { hitShare: Math.min(1, hits / requests) }),
    ...(on && problem !== undefined && { problem }),
    ...(fault.leavesBehind !== undefined && { leavesBehind: fault.leavesBehind }),
  };
};

const catalogue: readonly string[] = faultKeys;

const placeOf = ({ key }: FaultCard): Place => ({
  order: [catalogue.indexOf(key)],
  id: key,
});

/** The faults of the catalogue, and which are on. */
export const faultList = async (
  { metrics }: Pick<ConsoleSources, 'metrics'>,
  shopFaults: ShopFaults,
  paging: Paging,
): Promise<FaultList> => {
  const on = (await shopFaults.status()) ?? [];
  const reports = await faultReports(on, shopFaults.adminUrl);
  const cards = faultKeys.map((key) =>
    faultCard(
      key,
      metrics,
      on.find((each) => each.key === key),
      reports.get(key),
    ),
  );
  return { ...pageOfList(cards, placeOf, paging), readOnly: shopFaults.switches === undefined };
};
