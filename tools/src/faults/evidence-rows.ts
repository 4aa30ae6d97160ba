import type { Evidence, LogEvidence, SymptomEvidence, TraceEvidence } from '@faultline/faults';
import { conditionText } from './condition-text';

const code = (text: string): string => `\`${text}\``;

const percentText = (share: number): string => `${Math.round(share * 100)} %`;

const traceText = (trace: TraceEvidence): string =>
  [
    `a span ${code(trace.span)} of ${trace.service}`,
    ...(trace.status ? [`with status ${trace.status}`] : []),
    ...Object.entries(trace.attributes ?? {}).map(([name, value]) => code(`${name}=${value}`)),
    ...(trace.exception ? [`with the exception ${code(trace.exception)}`] : []),
    ...(trace.lasts ? [`of ${trace.lasts} ms or more`] : []),
    ...(trace.share ? [`${percentText(trace.share)} of them or more`] : []),
    ...(trace.perTrace ? [`${trace.perTrace} times or more in a trace`] : []),
    ...(trace.atLeast ? [`${trace.atLeast} times or more`] : []),
  ].join(', ');

const logText = (log: LogEvidence): string =>
  [
    `${code(log.message)} of ${log.service}`,
    ...(log.containing ? [`with ${code(log.containing)}`] : []),
    ...(log.cardNumber ? ['with a card number'] : []),
    ...(log.perTrace ? [`${log.perTrace} times or more in a trace`] : []),
    ...(log.atLeast ? [`${log.atLeast} times or more`] : []),
  ].join(', ');

const symptomText = (symptom: Exclude<SymptomEvidence, 'none'>): string => {
  if ('check' in symptom) return `journeys fail: ${code(symptom.check)}`;
  return 'answers' in symptom
    ? `${code(symptom.step)} is answered with ${symptom.answers}`
    : [
        `${code(symptom.step)} takes longer than ${symptom.slowerThan} ms`,
        ...(symptom.share ? [`${percentText(symptom.share)} of the times or more`] : []),
      ].join(', ');
};

/** What shows a fault, signal by signal. */
export const evidenceRows = (evidence: Evidence): [signal: string, text: string][] => {
  const { metric, trace, log, symptom, alert, map } = evidence;
  return [
    ['metric', metric === 'none' ? 'nothing' : code(conditionText(metric))],
    ['trace', trace === 'none' ? 'nothing' : traceText(trace)],
    ['log', log === 'none' ? 'nothing' : logText(log)],
    ['shopper', symptom === 'none' ? 'nothing' : symptomText(symptom)],
    ['alert', code(alert)],
    ['map', map === 'none' ? 'no box turns red' : `${map.box} is red: ${map.rule}`],
  ];
};
