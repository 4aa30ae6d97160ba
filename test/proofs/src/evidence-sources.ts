import type { Incident } from '@faultline/contracts/console';
import { evaluate, findLogs, findSpans, type Scraper } from '@faultline/evidence';
import type { Fault } from '@faultline/faults';
import type { OtlpReceiver } from '@faultline/otlp/testing';
import {
  type Alert,
  alertKey,
  alerts,
  componentRules,
  findAlert,
  type MetricCondition,
} from '@faultline/slo';
import type { ConsoleIncidents } from './console-incidents';
import type { ConsoleMap } from './console-map';
import type { Shoppers } from './shoppers';

export const signals = [
  'metric',
  'trace',
  'log',
  'symptom',
  'alert',
  'serviceMap',
  'console',
  'incident',
] as const;
export type SignalName = (typeof signals)[number];

/** What is seen of one piece of evidence; `size` says how much of it. */
export interface Observation {
  seen: boolean;
  size: number | undefined;
}

/** Everything that can be known of the shop from the outside. */
export interface EvidenceSources {
  scraper: Scraper;
  receiver: OtlpReceiver;
  shoppers: Shoppers;
  /** The map of the console, where there is one. */
  map?: ConsoleMap;
  /** Its incidents. */
  incidents?: ConsoleIncidents;
}

const shown = (statement: { value: number | undefined } | undefined): Observation => ({
  seen: statement !== undefined,
  size: statement?.value,
});

const opened = (incident: Incident | undefined): Observation => ({
  seen: incident !== undefined,
  size: incident?.components.length,
});

const counted = (size: number): Observation => ({ seen: size > 0, size });

const cardNumbers = (logs: OtlpReceiver['logs'], service: string) =>
  findLogs(logs, { service, message: '/./', cardNumber: true });

/** How far back lines with card numbers are looked for, in ms: this is asked about each second. */
const lately = 3_000;

/** The alerts of all kinds whose conditions hold since a moment, in ms since 1970. */
export const firingAlerts = ({ scraper, receiver }: EvidenceSources, since: number): string[] => {
  const now = Date.now();
  const logs = receiver.logs.filter(({ time }) => time >= Math.max(since, now - lately));
  const fires = ({ when }: Alert): boolean =>
    when.kind === 'logged'
      ? cardNumbers(logs, when.service).length > 0
      : evaluate(when, scraper.history, now, since).holds;
  return alerts.filter(fires).map(alertKey);
};

/** Looks for each declared piece of evidence of a fault since a moment, in ms since 1970. */
export const look = (
  { scraper, receiver, shoppers, map, incidents }: EvidenceSources,
  { evidence }: Fault,
  since: number,
): Partial<Record<SignalName, Observation>> => {
  const now = Date.now();
  const measured = (condition: MetricCondition): Observation => {
    const { holds, value } = evaluate(condition, scraper.history, now, since);
    return { seen: holds, size: value };
  };
  const { metric, trace, log, symptom, serviceMap } = evidence;
  const spans = receiver.spans.filter(({ end }) => end >= since);
  const logs = receiver.logs.filter(({ time }) => time >= since);
  const alert = evidence.alert === 'none' ? undefined : findAlert(evidence.alert);
  const rule =
    serviceMap === 'none'
      ? undefined
      : componentRules.find(
          (each) => each.component === serviceMap.component && each.rule === serviceMap.rule,
        );
  return {
    ...(metric !== 'none' && { metric: measured(metric) }),
    ...(trace !== 'none' && { trace: counted(findSpans(spans, trace).length) }),
    ...(log !== 'none' && { log: counted(findLogs(logs, log).length) }),
    ...(symptom !== 'none' && { symptom: counted(shoppers.met(symptom, since)) }),
    ...(alert && {
      alert:
        alert.when.kind === 'logged'
          ? counted(cardNumbers(logs, alert.when.service).length)
          : measured(alert.when),
    }),
    ...(rule && { serviceMap: measured(rule.when) }),
    ...(rule && map && { console: shown(map.said(rule, since)) }),
    ...(alert && incidents && { incident: opened(incidents.of(alert, since)) }),
  };
};

/** Forgets the spans and the log records from before a moment, in ms since 1970. */
export const forget = ({ receiver: { spans, logs } }: EvidenceSources, moment: number): void => {
  spans.splice(0, spans.length, ...spans.filter(({ end }) => end >= moment));
  logs.splice(0, logs.length, ...logs.filter(({ time }) => time >= moment));
};

/** The components that are unhealthy since a moment, each with its reason. */
export const unhealthyComponents = (
  { scraper }: EvidenceSources,
  since: number,
): Map<string, string> => {
  const now = Date.now();
  return new Map(
    componentRules
      .filter(({ when }) => evaluate(when, scraper.history, now, since).holds)
      .map(({ component, reason }) => [component, reason]),
  );
};
