import {
  type Alert,
  type AlertName,
  alertKindOf,
  alertNames,
  alerts,
  conditionInWords,
  serviceOf,
} from '@faultline/slo';
import { serviceNames, services } from '@faultline/topology';
import type { ToolResponse } from './tool-response';

const isAlert = (name: string): name is AlertName => alertNames.some((each) => each === name);

/** What to look at, by the kind of an alert's condition. */
const stepsOf = ({ when }: Alert): string[] => {
  if (when.kind === 'logged')
    return [
      `logs with q "service:${when.service}": which messages of ${when.service} have fields that should not be logged`,
      `changes of ${when.service}: since which version`,
    ];
  const service = serviceNames.find((each) => each === serviceOf(when));
  if (service === undefined)
    return ['services: which component does not answer or fails', 'traces with q "status:error"'];
  const { stores, calls } = services[service];
  const needs = [...stores, ...calls].join(', ') || 'nothing else';
  const common = [
    `changes of ${service}: a release or a restart at the time the alert began`,
    `services: whether what ${service} needs (${needs}) is healthy; the deepest unhealthy component is the first suspect`,
  ];
  switch (when.kind) {
    case 'absent':
      return [
        'services: is it the only one that does not answer, and do its callers fail',
        `logs with q "service:${service}": its last lines before it went`,
        ...common,
      ];
    case 'ratio':
      return [
        `compare with q "service:${service} kind:SERVER": which route, product or version the failed requests have in common`,
        `traces with q "service:${service} status:error", then trace with one id: the deepest span that failed, and its exception`,
        `logs with q "service:${service} level:error"`,
        ...common,
      ];
    case 'quantile':
      return [
        `traces with q "service:${service} duration:>1000", then trace with one id: the span with the most criticalTime`,
        `compare with q "service:${service} kind:SERVER" and minDuration 1000: what slow requests have in common`,
        ...common,
      ];
    case 'rate':
    case 'gauge':
    case 'growth':
    case 'changes':
      return [
        `metrics of ${service} by route: whether it has more requests than before, or slower ones`,
        `logs with q "service:${service}": messages that are new`,
        `traces with q "service:${service}", then trace: repeated spans, or much selfTime`,
        ...common,
      ];
  }
};

/**
 * What an alert means, and how to find its cause, for one subject or for the first one; without a name, all
 * alerts. Throws if there is no such alert.
 */
export const runbook = (name: string | undefined, subject?: string): ToolResponse => {
  if (name === undefined)
    return {
      items: alertNames.map((each) => {
        const { priority, title } = alertKindOf(each);
        return { name: each, priority, summary: title };
      }),
    };
  if (!isAlert(name))
    throw new Error(`there is no alert ${name}; they are ${alertNames.join(', ')}`);
  const ofName = alerts.filter((each) => each.name === name);
  const alert = subject === undefined ? ofName[0] : ofName.find((each) => each.subject === subject);
  if (!alert)
    throw new Error(
      `${name} has no subject ${subject}; they are ${ofName.map((each) => each.subject).join(', ')}`,
    );
  const { priority, summary, when } = alert;
  return {
    name,
    priority,
    summary,
    condition: conditionInWords(when),
    subjects: ofName.map((each) => each.subject),
    items: stepsOf(alert),
  };
};
