import { markdownTable } from '@faultline/evidence';
import { type BakeOff, burnFactor } from './bake-off';
import { type DetectorName, detectorNames } from './detectors';
import { falseAlarmsPerHour } from './quiet';
import type { Verdict } from './verdicts';

const titles: Record<DetectorName, string> = {
  console: 'service map',
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

const sums = ({ quiet, faults }: BakeOff): string => {
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
  if (quiet)
    rows.push([
      'false alarms an hour',
      ...detectorNames.map((name) => falseAlarmsPerHour(quiet, name).toFixed(1)),
    ]);
  return markdownTable(['', ...detectorNames.map((name) => titles[name])], rows);
};

const falseAlarms = ({ quiet }: BakeOff): string[] => {
  if (!quiet) return [];
  const names = quiet.falseAlarms.map(({ detector, name }) => `${titles[detector]}: ${name}`);
  return [
    `A healthy shop was watched for ${quiet.minutes} minutes under half, the whole and twice the default load, with declined cards, a restart of product and a bot's 404s at each level. ${names.length === 0 ? 'Nothing was said.' : `Said were ${names.join(', ')}.`}`,
  ];
};

/** The measured part of docs/detection.md. */
export const renderBakeOff = (result: BakeOff, machine: string): string =>
  [
    `Measured by \`npm run bake-off\` on ${machine}.`,
    sums(result),
    ...falseAlarms(result),
    `Each fault was on for a minute. A bold time is when the component with the fault (its service or a store of it) was named; \`after 2\` says how many others were named before. Windows of burn rates were shorter by the factor ${burnFactor}: an hour was a minute. Log rules exist for card numbers only.`,
    markdownTable(
      ['fault', ...detectorNames.map((name) => titles[name])],
      result.faults.map(({ key, verdicts }) => [
        `[${key}](faults/${key}.md)`,
        ...verdicts.map(cell),
      ]),
    ),
    ...result.faults
      .filter(({ notQuiet }) => notQuiet.length > 0)
      .map(({ key, notQuiet }) => `Before ${key}, this was still said: ${notQuiet.join(', ')}.`),
  ].join('\n\n');
