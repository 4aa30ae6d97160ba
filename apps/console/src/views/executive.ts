import type {
  BudgetStatus,
  ComponentIncidents,
  Executive,
  Incident,
  ServiceAvailability,
} from '@faultline/contracts/console';
import { burnWindows, type Slo, slos } from '@faultline/slo';
import { serviceNames } from '@faultline/topology';
import { spentInMonth } from '../budgets/budget-log';
import { burnRateAt } from '../budgets/spent';
import type { ConsoleSources } from '../sources';
import { checksOf } from './checks';
import { incidentFigures, lastingInto } from './incidents';
import { type Range, rangeOf } from './range';
import { requestCounts } from './request-counts';

type Sources = Pick<ConsoleSources, 'metrics' | 'budgets' | 'incidents'>;
type Metrics = Sources['metrics'];

/** How many components are named at most, those with the longest incidents. */
const maxComponents = 10;

const minute = 60_000;
/** The steps of the trend: the shortest of which there are not too many. */
const steps = [minute, 5 * minute, 15 * minute, 60 * minute, 24 * 60 * minute];
const maxPoints = 36;

const rounded = (value: number): number => Number(value.toPrecision(4));

const budgetOf = (sources: Sources, slo: Slo, at: number): BudgetStatus => {
  const { name, title, objective, unit } = slo;
  const { errors, share, seconds, since } = spentInMonth(sources, slo, at);
  const burn = (window: string) => burnRateAt(sources.metrics, slo, at, burnWindows[window] ?? 0);
  const [burn5m, burn1h] = [burn('5m'), burn('1h')];
  return {
    slo: name,
    title,
    objective,
    unit,
    ...(seconds > 0 && { errors: rounded(errors), left: rounded(1 - share) }),
    ...(seconds > 0 && since !== undefined && { since }),
    ...(burn5m !== undefined && { burn5m: rounded(burn5m) }),
    ...(burn1h !== undefined && { burn1h: rounded(burn1h) }),
  };
};

/** Incidents that lasted into a range, by their component, those that lasted longest first. */
const byComponent = (incidents: readonly Incident[], { from, to }: Range): ComponentIncidents[] => {
  const components = new Map<string, ComponentIncidents>();
  for (const { component, priority, since, resolved } of incidents) {
    const known = components.get(component) ?? { opened: 0, open: 0, pages: 0, seconds: 0 };
    components.set(component, {
      component,
      opened: known.opened + Number(since >= from),
      open: known.open + Number(resolved === undefined),
      pages: known.pages + Number(priority === 'page'),
      seconds: known.seconds + ((resolved ?? to) - Math.max(since, from)) / 1000,
    });
  }
  return [...components.values()].sort((a, b) => b.seconds - a.seconds);
};

/** The figures of the incidents that began in each step of a range; the first and the last step may be cut. */
const trendOf = (incidents: readonly Incident[], { from, to }: Range) => {
  const length = to - from;
  const step = steps.find((each) => length / each <= maxPoints) ?? Math.max(...steps);
  const first = Math.max(Math.floor(from / step), Math.ceil(to / step) - maxPoints);
  const count = Math.max(1, Math.ceil(to / step) - first);
  const points = Array.from({ length: count }, (_, index) => {
    const at = (first + index) * step;
    const begun = incidents.filter(
      ({ since }) => since >= Math.max(at, from) && since < Math.min(at + step, to + 1),
    );
    return { at, figures: incidentFigures(begun, at) };
  });
  return { stepMilliseconds: step, points };
};

const availabilityOf = (metrics: Metrics, service: string, range: Range): ServiceAvailability => {
  const { requests, failed } = requestCounts(metrics, service, range);
  const { succeeded, checks } = checksOf(metrics, service, range);
  return {
    service,
    requests,
    failed,
    ...(requests > 0 && { served: 1 - failed / requests }),
    ...(checks > 0 && { ready: succeeded / checks }),
  };
};

/** Budgets, incidents and availability of a range, for those who do not look at traces. */
export const executive = (sources: Sources, query: { from?: number; to?: number }): Executive => {
  const { metrics, incidents } = sources;
  const range = rangeOf(query);
  const { from, to } = range;
  const before = { from: 2 * from - to, to: from - 1 };
  const all = incidents.all();
  const within = lastingInto(all, range);
  const components = byComponent(within, range);
  const metricsSince = metrics.keptSince();
  return {
    from,
    to,
    ...(metricsSince !== undefined && { metricsSince }),
    budgets: slos.map((slo) => budgetOf(sources, slo, to)),
    incidents: {
      figures: incidentFigures(within, from),
      before: incidentFigures(lastingInto(all, before), before.from),
      components: components.slice(0, maxComponents),
      total: components.length,
      trend: trendOf(within, range),
    },
    availability: serviceNames.map((service) => availabilityOf(metrics, service, range)),
  };
};
