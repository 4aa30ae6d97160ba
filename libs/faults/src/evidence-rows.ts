import { type AlertId, alertKindOf, conditionInWords, percent } from '@faultline/slo';
import type { Evidence, LogEvidence, SymptomEvidence, TraceEvidence } from './evidence';

const code = (text: string): string => `\`${text}\``;

const traceText = (trace: TraceEvidence): string =>
  [
    `a span ${code(trace.span)} of ${trace.service}`,
    ...(trace.status ? [`with status ${trace.status}`] : []),
    ...Object.entries(trace.attributes ?? {}).map(([name, value]) => code(`${name}=${value}`)),
    ...(trace.exception ? [`with the exception ${code(trace.exception)}`] : []),
    ...(trace.minDuration ? [`of ${trace.minDuration} ms or more`] : []),
    ...(trace.minRatio ? [`${percent(trace.minRatio)} of them or more`] : []),
    ...(trace.minPerTrace ? [`${trace.minPerTrace} times or more in a trace`] : []),
    ...(trace.minCount ? [`${trace.minCount} times or more`] : []),
  ].join(', ');

const logText = (log: LogEvidence): string =>
  [
    `${code(log.message)} of ${log.service}`,
    ...(log.containing ? [`with ${code(log.containing)}`] : []),
    ...(log.cardNumber ? ['with a card number'] : []),
    ...(log.minPerTrace ? [`${log.minPerTrace} times or more in a trace`] : []),
    ...(log.minCount ? [`${log.minCount} times or more`] : []),
  ].join(', ');

const symptomText = (symptom: Exclude<SymptomEvidence, 'none'>): string => {
  if ('check' in symptom) return `journeys fail: ${code(symptom.check)}`;
  return 'status' in symptom
    ? `${code(symptom.step)} is answered with ${symptom.status}`
    : [
        `${code(symptom.step)} takes longer than ${symptom.maxDuration} ms`,
        ...(symptom.minRatio ? [`${percent(symptom.minRatio)} of the times or more`] : []),
      ].join(', ');
};

const alertText = ({ name, subject }: AlertId): string =>
  alertKindOf(name).members.length > 1 ? `${code(name)} of ${subject}` : code(name);

/** What shows a fault, signal by signal. */
export const evidenceRows = (evidence: Evidence): [signal: string, text: string][] => {
  const { metric, trace, log, symptom, alert, serviceMap } = evidence;
  return [
    ['metric', metric === 'none' ? 'nothing' : conditionInWords(metric)],
    ['trace', trace === 'none' ? 'nothing' : traceText(trace)],
    ['log', log === 'none' ? 'nothing' : logText(log)],
    ['shopper', symptom === 'none' ? 'nothing' : symptomText(symptom)],
    ['alert', alert === 'none' ? 'no alert fires' : alertText(alert)],
    [
      'service map',
      serviceMap === 'none'
        ? 'no component becomes unhealthy'
        : `${serviceMap.component} becomes unhealthy: ${serviceMap.rule}`,
    ],
  ];
};
