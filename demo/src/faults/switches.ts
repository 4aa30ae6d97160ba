import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import {
  type FaultKey,
  readFlags,
  renderFlags,
  type SettingValue,
  type SwitchedFault,
  switchOn,
} from '@faultline/faults';
import type { Layout } from '../layout';

type Files = Pick<Layout, 'faults' | 'audit'>;

/** Nobody can hear a switch: there is no file of a demo that runs. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError';
}

/** The switches of a demo, thrown from outside of it. Every throw leaves a line for the audit. */
export interface Switches {
  /** What is on, in the order of the catalogue. */
  status(): Promise<SwitchedFault[]>;
  /** Throws a SettingError when a setting is unknown or out of bounds. */
  on(key: FaultKey, settings: Readonly<Record<string, SettingValue>>): Promise<SwitchedFault>;
  off(keys: readonly FaultKey[]): Promise<void>;
}

const contentsOf = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new NoDemoError('There is no demo to break: start one with npm start');
  });

export const switchesOf = ({ faults, audit }: Files): Switches => {
  const status = async () => readFlags(await contentsOf(faults));

  /** Whole or not at all: a service may look at any moment. */
  const write = async (on: readonly SwitchedFault[]): Promise<void> => {
    const next = `${faults}.${process.pid}`;
    await writeFile(next, renderFlags(on));
    await rename(next, faults);
  };

  const note = (what: string, fields: object): Promise<void> => {
    const line = { time: new Date().toISOString(), user: userInfo().username, what, ...fields };
    return appendFile(audit, `${JSON.stringify(line)}\n`);
  };

  return {
    status,
    on: async (key, settings) => {
      const present = await status();
      const switched = switchOn(key, settings);
      await write([...present.filter((other) => other.key !== key), switched]);
      await note('on', switched);
      return switched;
    },
    off: async (keys) => {
      const present = await status();
      await write(present.filter(({ key }) => !keys.includes(key)));
      for (const key of keys) await note('off', { key });
    },
  };
};
