import {
  type FaultKey,
  faultKeys,
  faultOf,
  isDuration,
  settingFacts,
  settingsSchema,
} from '@faultline/faults';
import type { TSchema } from 'typebox';

const begin = '# BEGIN faults (generated from the catalogue by npm run generate)';
const end = '# END faults';

/** Formats milliseconds as in values.yaml: 5m, 1s. */
const duration = (milliseconds: number): string => {
  const units = { h: 3_600_000, m: 60_000, s: 1000 };
  const unit = Object.entries(units).find(([, length]) => milliseconds % length === 0);
  return unit ? `${milliseconds / unit[1]}${unit[0]}` : `${milliseconds}ms`;
};

const boundsOf = (name: string, schema: TSchema): string => {
  const { minimum, maximum, default: fallback } = settingFacts(schema);
  const written = (value: number | string) =>
    typeof value === 'number' && isDuration(schema) ? duration(value) : value;
  const bounds =
    minimum === undefined || maximum === undefined
      ? []
      : [`${written(minimum)} to ${written(maximum)}`];
  const otherwise = fallback === undefined ? [] : [`${written(fallback)} if not given`];
  const limits = [...bounds, ...otherwise].join(', ');
  return limits ? `${name} (${limits})` : name;
};

const settingsOf = (key: FaultKey): string[] =>
  Object.entries<TSchema>(settingsSchema(key).properties).map(([name, schema]) =>
    boundsOf(name, schema),
  );

/** A table of the faults with their settings. */
export const faultTable = (): string =>
  [
    '| fault | what breaks | settings |',
    '| --- | --- | --- |',
    ...faultKeys.map(
      (key) =>
        `| [\`${key}\`](../../../docs/faults/${key}.md) | ${faultOf(key).title} | ${settingsOf(key).join('; ')} |`,
    ),
  ].join('\n');

const block = (): string =>
  [
    begin,
    '# -- Which faults are on: `true`, or a share of the requests such as `25%` for those that have a rate.',
    'faults:',
    ...faultKeys.map((key) => `  # ${faultOf(key).title}.\n  ${key}: false`),
    '',
    '# -- Settings of the faults. Durations are milliseconds, or text such as `5m`, `30s`, `300ms`.',
    'faultSettings:',
    ...faultKeys.map((key) => `  # ${settingsOf(key).join('; ')}.\n  ${key}: {}`),
    end,
  ].join('\n');

/** values.yaml with the current switches and settings of the catalogue. */
export const withFaultValues = (values: string): string => {
  const [from, to] = [values.indexOf(begin), values.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`values.yaml has no lines "${begin}" and "${end}"`);
  return values.slice(0, from) + block() + values.slice(to + end.length);
};
