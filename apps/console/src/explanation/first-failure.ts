import type { ErrorGroup, Incident } from '@faultline/contracts/console';
import type { TelemetryStore } from '@faultline/telemetry-store';
import { areRelated, type ComponentName, componentNames } from '@faultline/topology';
import { errors } from '../views/errors';
import { type Failure, failureIn } from './blame';
import { type Period, periodOf } from './period';

/** Where there are others, an error that occurred once may have nothing to do with it. */
const minCount = 2;
/** The spans of a trace begin within this time of each other, or the first of them is found nevertheless. */
const slack = 1_000;
const limits = { spans: 100, trace: 400 };
/** How many groups of errors are looked at, the new and the most frequent ones. */
const mostErrors = 100;

type Store = Pick<TelemetryStore, 'errors' | 'since' | 'spans' | 'trace'>;

/** Where the first trace of an incident failed that says what no trace had said before. */
export const firstFailure = async (
  store: Store,
  { during }: Period,
  errors: readonly ErrorGroup[],
): Promise<Failure | undefined> => {
  const its = errors.filter(({ before, first }) => before === 0 && first >= during.from);
  const repeated = its.filter(({ count }) => count >= minCount);
  const at = Math.min(...(repeated.length > 0 ? repeated : its).map(({ first }) => first));
  if (!Number.isFinite(at)) return undefined;
  const { items } = await store.spans({
    from: at,
    to: at + slack,
    conditions: [{ field: 'status', operator: '=', value: 'ERROR' }],
    limit: limits.spans,
  });
  const first = items.at(-1);
  return first && failureIn((await store.trace(first.traceId, limits.trace)).items);
};

/** The errors of the components that an incident may be about. */
export const errorsOf = async (
  store: Store,
  { during }: Period,
  components: readonly string[],
): Promise<ErrorGroup[]> => {
  const { items } = await errors(store, { ...during, limit: mostErrors });
  return items.filter((group) => components.includes(group.component));
};

/** The components that an incident can be about, from the shoppers inwards. */
export const componentsOf = (incident: Incident): ComponentName[] =>
  componentNames.filter((name) => areRelated(name, incident.component));

/** Where the first trace of an incident failed. */
export const firstFailureOf = async (
  store: Store,
  incident: Incident,
  now: number,
): Promise<Failure | undefined> => {
  const period = periodOf(incident, now);
  return firstFailure(store, period, await errorsOf(store, period, componentsOf(incident)));
};
