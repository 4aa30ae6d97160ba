import { type AlertName, alertNames, alertOf, serviceOf } from '@faultline/slo';
import { services } from '@faultline/topology';
import { conditionText } from '../views/alerts';
import type { Answer } from './answer';

const isAlert = (name: string): name is AlertName => alertNames.some((each) => each === name);

/** What to look at, by the kind of an alert's condition. */
const stepsOf = (name: AlertName): string[] => {
  const { when } = alertOf(name);
  if (when.kind === 'logged')
    return [
      `logs with q "service:${when.service}": which messages of ${when.service} have fields that should not be logged`,
      `changes of ${when.service}: since which version`,
    ];
  const service = serviceOf(when);
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
      return [
        `metrics of ${service} by route: whether it has more requests than before, or slower ones`,
        `logs with q "service:${service}": messages that are new`,
        `traces with q "service:${service}", then trace: repeated spans, or much selfTime`,
        ...common,
      ];
  }
};

/** What an alert means, and how to find its cause; without a name, all alerts. Throws if there is no such alert. */
export const runbook = (name: string | undefined): Answer => {
  if (name === undefined)
    return {
      items: alertNames.map((each) => {
        const { priority, summary } = alertOf(each);
        return { name: each, priority, summary };
      }),
    };
  if (!isAlert(name))
    throw new Error(`there is no alert ${name}; they are ${alertNames.join(', ')}`);
  const { priority, summary } = alertOf(name);
  return { name, priority, summary, condition: conditionText(name), items: stepsOf(name) };
};
