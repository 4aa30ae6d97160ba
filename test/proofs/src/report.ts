import { markdownTable, median } from '@faultline/evidence';
import { type Evidence, faultOf } from '@faultline/faults';
import { type SignalName, signals } from './evidence-sources';
import { type Proof, placeOf } from './prove-fault';

/** Where the catalogue says whether a signal shows a fault. */
const declaredAs = {
  metric: 'metric',
  trace: 'trace',
  log: 'log',
  symptom: 'symptom',
  alert: 'alert',
  serviceMap: 'serviceMap',
  console: 'serviceMap',
  incident: 'alert',
} as const satisfies Record<SignalName, keyof Evidence>;

/** How many of the faults with an incident the console explains by the culprit. */
const explained = (proofs: readonly Proof[], places: number): string => {
  const asked = proofs.filter(({ evidence }) => evidence.incident);
  const found = asked.filter((proof) => (placeOf(proof) ?? Infinity) <= places);
  return `${found.length} of ${asked.length}`;
};

const number = (value: number | undefined): string =>
  value === undefined ? '' : value >= 100 ? value.toFixed(0) : value.toPrecision(2);

/** Seconds from the switch to the first evidence in a signal, over all faults. */
const medianTo = (signal: SignalName, proofs: readonly Proof[]): string => {
  const seconds = proofs.flatMap(({ evidence }) => evidence[signal]?.seconds ?? []);
  return seconds.length > 0 ? `${median(seconds).toFixed(1)} s` : 'none';
};

/** How long the faults that make a component red took until one was. */
const toRed = (proofs: readonly Proof[]): string => {
  const seconds = proofs.flatMap(({ key, redSeconds }) =>
    faultOf(key).evidence.serviceMap === 'none' ? [] : (redSeconds ?? []),
  );
  if (seconds.length === 0) return 'none';
  return `${median(seconds).toFixed(1)} s, the longest ${Math.max(...seconds).toFixed(1)} s`;
};

/** All alerts that caught a fault, the fastest first. */
export const caughtBy = ({ alerts }: Proof): string => {
  const sorted = Object.entries(alerts).sort(([, a], [, b]) => a - b);
  if (sorted.length === 0) return 'no alert catches it';
  return sorted.map(([alert, seconds]) => `${alert} ${seconds.toFixed(1)} s`).join(', ');
};

/** A table of seconds to each piece of evidence, with how much of it there was. */
export const renderReport = (proofs: readonly Proof[]): string => {
  const cell = (proof: Proof, signal: SignalName): string => {
    const { [signal]: seen } = proof.evidence;
    const declared = faultOf(proof.key).evidence[declaredAs[signal]];
    if (declared === 'none') return '–';
    return seen ? `${seen.seconds.toFixed(1)} s (${number(seen.size)})` : '**missing**';
  };
  const rows = proofs.map((proof) => [
    proof.key,
    ...signals.map((signal) => cell(proof, signal)),
    proof.redSeconds === undefined ? '–' : `${proof.redSeconds.toFixed(1)} s`,
    proof.recoverySeconds === undefined ? '**missing**' : `${proof.recoverySeconds.toFixed(1)} s`,
    proof.failures.length === 0 ? 'proven' : proof.failures.join('; '),
  ]);
  const header = ['fault', ...signals, 'red', 'recovery', 'result'];
  return [
    '# Proof of the faults',
    '',
    'Seconds from the switch until each piece of evidence was seen, and in brackets how much of it there',
    'was in the end: a share, a rate or seconds for metrics, a number of spans, lines and failures.',
    '`console` is the declared component with its rule, `red` the first red component, whichever.',
    '',
    markdownTable(header, rows),
    '',
    '## Alerts',
    '',
    'Seconds from the switch until each alert fired, of all kinds of alerts.',
    '',
    markdownTable(
      ['fault', 'caught by'],
      proofs.map((proof) => [proof.key, caughtBy(proof)]),
    ),
    '',
    '## Explanations',
    '',
    'Whom the console suspects of each incident, and at which place the culprit is.',
    '',
    markdownTable(
      ['fault', 'suspects', 'place'],
      proofs
        .filter(({ evidence }) => evidence.incident)
        .map((proof) => [
          proof.key,
          proof.suspects.join(', ') || 'none',
          String(placeOf(proof) ?? '–'),
        ]),
    ),
    '',
    `At the first place: ${explained(proofs, 1)}; among the first three: ${explained(proofs, 3)}`,
    '',
    `Median to the first evidence in a metric: ${medianTo('metric', proofs)}`,
    `Median to the component that the console shows: ${medianTo('console', proofs)}`,
    `Median to a red component, of the faults that make one: ${toRed(proofs)}`,
    '',
  ].join('\n');
};
