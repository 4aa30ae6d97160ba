import {
  type FaultKey,
  faultKeys,
  faultOf,
  type Problems,
  type SwitchedFault,
  settingsSchema,
} from '@faultline/faults';
import ms from 'ms';
import type { Schedule, ScheduledEvent } from './schedule';

const jsonText = (value: unknown): string => JSON.stringify(value, undefined, 2);

const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

/** The list of all faults. */
export const listText = (json: boolean): string => {
  const faults = faultKeys.map((key) => {
    const { title, service, difficulty } = faultOf(key);
    return { key, service, difficulty, title, settings: settingsSchema(key).properties };
  });
  if (json) return jsonText(faults);
  return columns(
    faults.map(({ key, service, difficulty, title }) => [key, service, difficulty, title]),
  );
};

const settingsText = ({ settings, version, session, until }: SwitchedFault): string =>
  [
    ...Object.entries(settings).map(([name, value]) => `${name} ${value}`),
    ...(version === undefined ? [] : [`version ${version}`]),
    ...(session === undefined ? [] : [`session ${session}`]),
    ...(until === undefined ? [] : [`ends in ${ms(Math.max(0, until * 1000 - Date.now()))}`]),
  ].join(', ');

/** A notice for the user of the demo. */
export const problemText = (key: FaultKey, problem: string): string =>
  `${key} is on, but may not take hold: ${problem}`;

/** The faults that are on, with the reasons of those that could not begin. */
export const statusText = (
  on: readonly SwitchedFault[],
  problems: Problems,
  json: boolean,
): string => {
  if (json)
    return jsonText(
      on.map((fault) => {
        const problem = problems.get(fault.key);
        return { ...fault, ...(problem !== undefined && { problem }) };
      }),
    );
  if (on.length === 0) return 'Nothing is on';
  const table = columns(on.map((fault) => [fault.key, settingsText(fault)]));
  return [table, ...[...problems].map(([key, problem]) => problemText(key, problem))].join('\n');
};

export const switchedOnText = (fault: SwitchedFault, json: boolean): string => {
  if (json) return jsonText(fault);
  const settings = settingsText(fault);
  return `${fault.key} is on${settings && `: ${settings}`}\nnpm run fault -- off ${fault.key} ends it`;
};

export const switchedOffText = (keys: readonly FaultKey[], json: boolean): string => {
  if (json) return jsonText({ off: keys });
  const all = keys.length === faultKeys.length;
  return [
    all ? 'Everything is off' : `${keys.join(', ')} ${keys.length === 1 ? 'is' : 'are'} off`,
    ...(all ? [] : keys.flatMap(leftText)),
  ].join('\n');
};

/** The damage that a switched-off fault has left, and how to remove it. */
const leftText = (key: FaultKey): string[] => {
  const { service, leavesBehind } = faultOf(key);
  if (leavesBehind === undefined) return [];
  return [
    `${service} keeps ${leavesBehind} until it is restarted: npm run fault -- heal ${key} does that`,
  ];
};

export const healedText = (key: FaultKey, json: boolean): string =>
  json
    ? jsonText({ healed: key, restarted: faultOf(key).service })
    : `${key} is off, and ${faultOf(key).service} was restarted`;

const jsonLine = (value: object): string =>
  JSON.stringify({ time: new Date().toISOString(), ...value });

export const scheduleText = (
  { seed, every, duration }: Pick<Schedule, 'seed' | 'every' | 'duration'>,
  json: boolean,
): string =>
  json
    ? jsonLine({ event: 'started', seed, every, for: duration })
    : `A fault every ${ms(every)} for ${ms(duration)}, seed ${seed}; Ctrl-C ends it`;

/** A line per event of a schedule; without a key, it does not say which fault it is. */
export const scheduledText = (
  event: ScheduledEvent,
  key: FaultKey | undefined,
  json: boolean,
): string => {
  if (json) return jsonLine({ event, key });
  const what = {
    on: 'is on',
    off: 'is off',
    skipped: 'is on already, and left alone',
  }[event];
  return `${new Date().toTimeString().slice(0, 8)} ${key ?? 'A fault'} ${what}`;
};

export const scheduleEndText = (json: boolean): string =>
  json ? jsonLine({ event: 'ended' }) : 'The schedule has ended';
