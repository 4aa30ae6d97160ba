import { gunzipSync } from 'node:zlib';
import type { Frame } from '@faultline/contracts/console';
import { type Function as NamedFunction, Profile, type ValueType } from 'pprof-format';

/** Frames in which nothing of the program ran. */
const idle = new Set(['(idle)', '(program)']);

const nanosecondsPer: Readonly<Record<string, number>> = {
  nanoseconds: 1,
  microseconds: 1e3,
  milliseconds: 1e6,
};

/** The tree of a gzipped pprof profile; values are milliseconds. */
export const framesOf = (body: Uint8Array): Frame => {
  const profile = Profile.decode(gunzipSync(body));
  const text = (index: number | bigint): string => profile.stringTable.strings[Number(index)] ?? '';
  const unitOf = ({ unit }: ValueType): number | undefined => nanosecondsPer[text(unit)];
  const timed = profile.sampleType.findIndex((type) => unitOf(type) !== undefined);
  const type = profile.sampleType[timed];
  const factor = type ? (unitOf(type) ?? 0) / 1e6 : 0;
  const functions = new Map(profile.function.map((each) => [Number(each.id), each]));
  const locations = new Map(profile.location.map((each) => [Number(each.id), each]));

  const nameOf = ({ name, filename }: NamedFunction): string => {
    const file = text(filename).split('/').slice(-2).join('/');
    return `${text(name) || '(anonymous)'}${file && ` ${file}`}`;
  };
  /** From the outermost call inwards; a location lists what is inlined in it from the innermost outwards. */
  const stackOf = (ids: readonly (number | bigint)[]): string[] =>
    ids
      .flatMap((id) => locations.get(Number(id))?.line ?? [])
      .map(({ functionId }) => functions.get(Number(functionId)))
      .map((each) => (each ? nameOf(each) : '(unknown)'))
      .reverse();

  const root: Frame = { name: 'all', value: 0, children: [] };
  for (const { locationId, value } of profile.sample) {
    const stack = stackOf(locationId);
    if (stack.some((name) => idle.has(name))) continue;
    const milliseconds = Number(value[timed] ?? 0) * factor;
    root.value += milliseconds;
    let frame = root;
    for (const name of stack) {
      let child = frame.children.find((each) => each.name === name);
      if (!child) {
        child = { name, value: 0, children: [] };
        frame.children.push(child);
      }
      child.value += milliseconds;
      frame = child;
    }
  }
  return root;
};
