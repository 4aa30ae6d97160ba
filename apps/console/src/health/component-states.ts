import type { MetricHistory } from '@faultline/evidence';
import { type ComponentName, isService, ownerOf, type ServiceName } from '@faultline/topology';
import type { Probes } from '../probes/probes';
import type { Alerts } from './alerts';
import { isDue } from './appeared';
import type { HealthState } from './health';
import { createProbeFindings } from './probe-findings';
import { errorLines, type Finding, logFinding, violations } from './reasons';
import type { StoreErrors } from './store-errors';

export interface HealthInputs {
  watched: readonly ServiceName[];
  history: MetricHistory;
  probes: Probes;
  alerts: Pick<Alerts, 'firing'>;
  storeErrors: Pick<StoreErrors, 'of'>;
  /** When the console started. */
  startedAt: number;
}

/** What is found about a component; undefined if nothing is known about it. */
export interface Findings {
  state: HealthState;
  findings: readonly Finding[];
}

/** Seconds within which the page has to be there, with whatever response. */
const longestPage = 2;

/** Makes a function that evaluates a component at a moment. It must be called in the order of time. */
export const componentStates = (inputs: HealthInputs) => {
  const { watched, history, probes, alerts, storeErrors, startedAt } = inputs;
  const ofProbe = createProbeFindings(probes);

  /** Whether a service's metrics can be read; undefined if it has not appeared yet. */
  const isReadable = (service: ServiceName, now: number): boolean | undefined => {
    if (!watched.includes(service)) return undefined;
    const last = history.window(service, now, now).readable.at(-1);
    if (last !== false) return last;
    return isDue(history, service, startedAt, now) ? false : undefined;
  };

  const alertFindings = (component: ComponentName): Finding[] =>
    alerts
      .firing()
      .filter((alert) => alert.component === component)
      .map(({ summary, value }) => ({ rule: 'alert', state: 'amber', words: summary, value }));

  const measured = (component: ComponentName, owner: ServiceName, now: number): Finding[] => {
    const violated = violations(component, history, now);
    const lines = isService(component)
      ? errorLines(owner, history, now)
      : storeErrors.of(component);
    // An alert adds nothing to a rule that says what is wrong.
    const alerted = violated.length > 0 ? [] : alertFindings(component);
    return [...violated, ...alerted, ...logFinding(lines)];
  };

  const findingsOf = (component: ComponentName, now: number): Finding[] | undefined => {
    if (component === 'shopper') return ofProbe('purchase', 'errors', 'the last purchase');
    if (component === 'storefront')
      return ofProbe('storefront', 'offline', 'the page', longestPage);
    const owner = ownerOf(component);
    const readable = owner && isReadable(owner, now);
    if (owner === undefined || readable === undefined) return undefined;
    if (readable || owner === component) return measured(component, owner, now);
    // Its owner is away: only its own log says something about it.
    const logged = logFinding(storeErrors.of(component));
    return logged.length > 0 ? logged : undefined;
  };

  return (component: ComponentName, now: number): Findings => {
    const findings = findingsOf(component, now);
    if (!findings) return { state: 'unknown', findings: [] };
    const isRed = findings.some(({ state }) => state === 'red');
    if (isRed) return { state: 'red', findings };
    return { state: findings.length > 0 ? 'amber' : 'green', findings };
  };
};
