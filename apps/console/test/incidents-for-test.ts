import { join } from 'node:path';
import type { Actor } from '@faultline/contracts/console';
import { expect } from 'vitest';
import { openEventLog } from '../src/events/event-log';
import { Listeners } from '../src/events/listeners';
import type { AlertPeriod } from '../src/health/alerts';
import { Findings } from '../src/incidents/findings';
import { IncidentEvent } from '../src/incidents/incident-event';
import { createIncidentMonitor } from '../src/incidents/incident-monitor';
import { unfinished } from '../src/incidents/kept-events';
import { scratchDirectory } from './scratch';

export const began = Date.parse('2026-11-26T12:00:00Z');
/** A time so many seconds later. */
export const seconds = (count: number): number => began + count * 1_000;

/** Who calls themselves so. */
export const person = (name: string): Actor => ({ kind: 'person', name });

/** Alerts that a test lets fire and end. */
export const alertSource = () => {
  const listeners = new Listeners<AlertPeriod>();
  const firing = new Map<string, AlertPeriod>();
  const change = (component: AlertPeriod['component'], parts: Partial<AlertPeriod> = {}): void => {
    const period: AlertPeriod = {
      name: 'ServiceErrors',
      subject: component,
      priority: 'page',
      summary: `The requests to a service fail: ${component}`,
      component,
      since: Date.now(),
      resolvedAt: undefined,
      value: 0.5,
      ...parts,
    };
    if (period.resolvedAt === undefined) firing.set(component, period);
    else firing.delete(component);
    listeners.tell(period);
  };
  return {
    alerts: { firing: () => [...firing.values()], subscribe: listeners.subscribe },
    fire: (component: AlertPeriod['component'], parts: Partial<AlertPeriod> = {}) =>
      change(component, parts),
    end: (component: AlertPeriod['component']) => change(component, { resolvedAt: Date.now() }),
    /** What is no longer told, as while the console does not run. */
    forget: (component: AlertPeriod['component']) => firing.delete(component),
  };
};

const logIn = (directory: string) =>
  openEventLog({
    file: join(directory, 'incidents.jsonl'),
    schema: IncidentEvent,
    maxAge: 3_600_000,
    survivors: unfinished,
    unusable: (_, reason) => expect.unreachable(reason),
  });

const findingsIn = (directory: string) =>
  openEventLog({
    file: join(directory, 'findings.jsonl'),
    schema: Findings,
    maxAge: 3_600_000,
    survivors: () => [],
    unusable: (_, reason) => expect.unreachable(reason),
  });

/** The incidents of alerts that a test lets fire, in logs in a directory; and when the process before looked last. */
export const setUp = (
  directory = scratchDirectory(),
  source = alertSource(),
  lastEvaluated?: number,
) => ({
  ...source,
  source,
  directory,
  incidents: createIncidentMonitor(
    source.alerts,
    logIn(directory),
    findingsIn(directory),
    lastEvaluated,
  ),
});
