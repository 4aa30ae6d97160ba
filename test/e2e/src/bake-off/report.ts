import { markdownTable } from '@faultline/evidence';
import { culpritOf } from '@faultline/faults';
import { placeOf } from '@faultline/proofs';
import { burnFactor, type FaultReport } from './bake-off';
import { type DetectorName, detectorNames, type Finding } from './detectors';
import { falseAlarmsPerHour, type QuietReport, rolledService } from './quiet';
import type { Verdict } from './verdicts';

const titles: Record<DetectorName, string> = {
  console: 'service map',
  board: 'boards',
  alert: 'alerts',
  burnRate: 'burn rates',
  loki: 'log rules',
};

/** When it was seen, and when the component with the fault was named. */
const cell = ({ blamed: [first], located }: Verdict): string => {
  if (!first) return '–';
  const seen = `${first.seconds.toFixed(0)} s`;
  if (!located) return `${seen}, elsewhere: ${first.component}`;
  if (located.before === 0) return `**${seen}**`;
  return `${seen}, after ${located.before}: **${located.seconds.toFixed(0)} s**`;
};

const sums = (faults: readonly FaultReport[]): string => {
  const row = (title: string, is: (verdict: Verdict) => boolean): string[] => [
    title,
    ...detectorNames.map((name) => {
      const found = faults.filter(({ verdicts }) =>
        verdicts.some((each) => each.detector === name && is(each)),
      );
      return `${found.length} of ${faults.length}`;
    }),
  ];
  const rows = [
    row('seen', ({ blamed }) => blamed.length > 0),
    row('located', ({ located }) => located !== undefined),
    row('located at once', ({ located }) => located?.before === 0),
  ];
  return markdownTable(['', ...detectorNames.map((name) => titles[name])], rows);
};

/** How often each thing was said. */
const counted = (findings: readonly Finding[]): string => {
  const said = Map.groupBy(findings, ({ detector, name }) => `${titles[detector]}: ${name.trim()}`);
  return [...said].map(([words, { length }]) => `${words} (${length})`).join(', ') || 'nothing';
};

/** What shoppers noticed of the roll-outs. */
const rollOuts = ({ duringRollOuts: { sent, failed } }: QuietReport): string =>
  `In each roll-out a new version ran beside the old one, which then ended gracefully: of the ${sent} requests of shoppers from then to the restart, ${failed} failed.`;

/** What docs/detection.md says of a healthy shop. */
export const renderHealthy = (quiet: QuietReport, machine: string): string =>
  [
    `Measured by \`npm run bake-off\` on ${machine}.`,
    markdownTable(
      ['', ...detectorNames.map((name) => titles[name])],
      [
        [
          'false alarms an hour',
          ...detectorNames.map((name) => falseAlarmsPerHour(quiet, name).toFixed(1)),
        ],
      ],
    ),
    `A healthy shop was watched for ${quiet.minutes} minutes under half, the whole and twice the default load, with declined cards, a roll-out of ${rolledService}, a restart of product and a bot's 404s at each level.`,
    rollOuts(quiet),
    `False alarms, with their number: ${counted(quiet.falseAlarms)}.`,
    `Said of the three restarts, in each of which the shop was without product for seconds: ${counted(quiet.ofRestarts)}.`,
    `The alerts as they are installed, for a scrape per minute, said meanwhile: ${counted(quiet.installed.falseAlarms)}; and of the restarts: ${counted(quiet.installed.ofRestarts)}.`,
  ].join('\n\n');

const seconds = (value: number | undefined): string =>
  value === undefined ? '–' : `${value.toFixed(0)} s`;

/** Whom the console suspects, with the culprit in bold. */
const suspectsCell = ({ key, suspects }: FaultReport): string => {
  if (suspects === undefined) return 'no incident';
  const culprit = culpritOf(key);
  return suspects.map((each) => (each === culprit ? `**${each}**` : each)).join(', ') || 'nobody';
};

const explanations = (faults: readonly FaultReport[]): string => {
  const within = (places: number) =>
    faults.filter(
      (fault) =>
        (placeOf({ key: fault.key, suspects: fault.suspects ?? [] }) ?? Number.POSITIVE_INFINITY) <=
        places,
    ).length;
  const opened = faults.filter(({ suspects }) => suspects !== undefined).length;
  return `The console opened an incident for ${opened} of ${faults.length} faults. The first component that its explanation names is the culprit in ${within(1)}, one of the first three in ${within(3)}.`;
};

/** What docs/detection.md says of the faults. */
export const renderFaults = (faults: readonly FaultReport[], machine: string): string =>
  [
    `Measured by \`npm run bake-off\` on ${machine}.`,
    sums(faults),
    explanations(faults),
    `Each fault was on for a minute. A bold time is when the component with the fault (its service, a store of it, or an external system that it uses) was named; \`after 2\` says how many others were named before. Prometheus scraped every second, with rules for that. Windows of burn rates were shorter by the factor ${burnFactor}: an hour was a minute, and a second here is a minute with the windows as they are installed. Log rules exist for card numbers only. Alertmanager told Slack of the alerts; \`resolved\` is how long after the end of the fault it told that all of them were over.`,
    markdownTable(
      ['fault', ...detectorNames.map((name) => titles[name]), 'Slack', 'resolved', 'suspects'],
      faults.map((fault) => [
        `[${fault.key}](faults/${fault.key}.md)`,
        ...fault.verdicts.map(cell),
        seconds(fault.told),
        seconds(fault.resolved),
        suspectsCell(fault),
      ]),
    ),
    ...faults
      .filter(({ notQuiet }) => notQuiet.length > 0)
      .map(({ key, notQuiet }) => `Before ${key}, this was still said: ${notQuiet.join(', ')}.`),
  ].join('\n\n');
