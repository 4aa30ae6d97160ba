import { join } from 'node:path';
import { alertKey } from '@faultline/slo';
import { type ComponentName, serviceNames } from '@faultline/topology';
import { type EventLog, lastOfEach, openEventLog } from '../src/events/event-log';
import { AlertEvent } from '../src/health/alerts';
import type { HealthInputs } from '../src/health/component-states';
import { HealthChange } from '../src/health/health';
import { createHealthMonitor } from '../src/health/health-monitor';
import { scratchDirectory } from './scratch';
import { historyOf, type Page } from './shop-history';

export const now = Date.now();

/** The logs of states and alerts in a directory. */
export const logsIn = (
  directory: string,
): { health: EventLog<HealthChange>; alerts: EventLog<AlertEvent> } => {
  const kept = { maxAge: 3_600_000, unusable: () => undefined };
  return {
    health: openEventLog({
      ...kept,
      file: join(directory, 'health.jsonl'),
      schema: HealthChange,
      survivors: lastOfEach(({ component }) => component),
    }),
    alerts: openEventLog({
      ...kept,
      file: join(directory, 'alerts.jsonl'),
      schema: AlertEvent,
      survivors: lastOfEach((event) => alertKey(event)),
    }),
  };
};

/** A monitor of a shop that is as the changes say. */
export const monitor = (changes: Partial<HealthInputs> = {}, directory = scratchDirectory()) =>
  createHealthMonitor(
    {
      watched: serviceNames,
      history: historyOf(now, {}),
      probes: { latest: () => [] },
      alerts: { firing: () => [] },
      storeErrors: { of: () => 0 },
      startedAt: now - 60_000,
      ...changes,
    },
    logsIn(directory).health,
  );

/** The state of a component after an evaluation. */
export const stateOf = (component: ComponentName, changes: Partial<HealthInputs>) => {
  const health = monitor(changes);
  health.evaluate(now);
  return health.now().find((state) => state.component === component);
};

/** A shop in which cart has these pages of metrics. */
export const cartWith = (...pages: Page[]) => ({ history: historyOf(now, { cart: pages }) });
