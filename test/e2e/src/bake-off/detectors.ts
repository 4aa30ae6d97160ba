import {
  consoleRoutes,
  IncidentExplanation,
  IncidentList,
  Overview,
} from '@faultline/contracts/console';
import { burnAlerts, componentUnhealthy } from '@faultline/slo';
import { Parse } from 'typebox/value';
import type { Loki } from '../backends/loki';
import type { Prometheus } from '../backends/prometheus';

/** What is compared: each says of some components, at some time, that something is wrong. */
export const detectorNames = ['console', 'board', 'alert', 'burnRate', 'loki'] as const;
export type DetectorName = (typeof detectorNames)[number];

/** Something that a detector says at a moment: `name` tells it from others, `component` is whom it blames. */
export interface Finding {
  detector: DetectorName;
  name: string;
  component: string;
}

export interface Observers {
  prometheus: Prometheus;
  loki: Pick<Loki, 'firing'>;
  /** The address of the console. */
  console: string;
}

const burnNames: readonly string[] = burnAlerts.map(({ name }) => name);

/** The alerts that fire in a Prometheus. */
export const firingAlerts = async ({
  prometheus,
}: Pick<Observers, 'prometheus'>): Promise<Finding[]> => {
  const firing = await prometheus.query('ALERTS{alertstate="firing",priority=~"page|ticket"}');
  return firing.map(({ metric: { alertname = '', subject = '', component = '' } }) => ({
    detector: burnNames.includes(alertname) ? 'burnRate' : 'alert',
    name: `${alertname} ${subject}`,
    component,
  }));
};

/** What the panels of the boards show as unhealthy. */
const unhealthyOnBoards = async ({ prometheus }: Observers): Promise<Finding[]> => {
  const unhealthy = await prometheus.query(`${componentUnhealthy} == 1`);
  return unhealthy.map(({ metric: { component = '', rule = '' } }) => ({
    detector: 'board',
    name: `${component} ${rule}`,
    component,
  }));
};

const unhealthyComponents = async ({ console }: Observers): Promise<Finding[]> => {
  const response = await fetch(`${console}${consoleRoutes.overview.path}`);
  const { components } = Parse(Overview, await response.json());
  return components
    .filter(({ state }) => state === 'red' || state === 'amber')
    .map(({ name, reasons }) => ({
      detector: 'console',
      name: `${name} ${reasons[0]?.rule ?? ''}`,
      component: name,
    }));
};

const firingLogAlerts = async ({ loki }: Observers): Promise<Finding[]> =>
  (await loki.firing()).map(({ labels: { alertname = '', component = '' } }) => ({
    detector: 'loki',
    name: `${alertname} ${component}`,
    component,
  }));

/** All that the detectors say now. */
export const findings = async (observers: Observers): Promise<readonly Finding[]> =>
  (
    await Promise.all([
      unhealthyComponents(observers),
      unhealthyOnBoards(observers),
      firingAlerts(observers),
      firingLogAlerts(observers),
    ])
  ).flat();

/**
 * Whom the console suspects of the first incident that was opened since a moment, the most likely first; undefined if
 * there is none.
 */
export const suspectsSince = async (
  { console }: Pick<Observers, 'console'>,
  since: number,
): Promise<readonly string[] | undefined> => {
  const incidents = await fetch(`${console}${consoleRoutes.incidents.path}?limit=1000`);
  const { items } = Parse(IncidentList, await incidents.json());
  const first = items.findLast((incident) => incident.since >= since);
  if (!first) return undefined;
  const path = consoleRoutes.explanation.path.replace(':id', String(first.id));
  const response = await fetch(`${console}${path}`);
  const { suspects } = Parse(IncidentExplanation, await response.json());
  return suspects.map(({ component }) => component);
};
