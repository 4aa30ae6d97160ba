import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import {
  type FaultKey,
  faultOf,
  readFaults,
  renderFaults,
  type SettingValue,
  type SwitchedFault,
  switchOn,
} from '@faultline/faults';
import { runningPortBase } from '../guards/lock';
import type { Layout } from '../layout';
import { type Problems, problemsOf } from './problems';
import { askForRestart } from './restarts';

type Files = Pick<Layout, 'lock' | 'faults' | 'audit' | 'restarts'>;

/** Nobody can hear a switch: no demo runs. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError';
}

/** The switches of a demo, thrown from outside of it. Every throw leaves a line for the audit. */
export interface Switches {
  /** What is on, in the order of the catalogue. */
  status(): Promise<SwitchedFault[]>;
  /** Why faults that are on do not take hold. */
  problems(on: readonly SwitchedFault[]): Promise<Problems>;
  /** Throws a SettingError when a setting is unknown or out of bounds. */
  on(key: FaultKey, settings: Readonly<Record<string, SettingValue>>): Promise<SwitchedFault>;
  off(keys: readonly FaultKey[]): Promise<void>;
  /** Switches a fault off and restarts its service, which frees what the fault has left behind. */
  heal(key: FaultKey): Promise<void>;
}

export const switchesOf = ({ lock, faults, audit, restarts }: Files): Switches => {
  const portBase = async (): Promise<number> => {
    // The file stays when a demo has ended, in order or not.
    const base = await runningPortBase(lock);
    if (base !== undefined) return base;
    throw new NoDemoError(
      'No shop runs here, so nothing can be switched: start one with npm start',
    );
  };

  const status = async () => {
    await portBase();
    return readFaults(await readFile(faults, 'utf8'));
  };

  /** Whole or not at all: a service may look at any moment. */
  const write = async (on: readonly SwitchedFault[]): Promise<void> => {
    const next = `${faults}.${process.pid}`;
    await writeFile(next, renderFaults(on), { mode: 0o600 });
    await rename(next, faults);
  };

  const note = (what: string, fields: object): Promise<void> => {
    const line = { time: new Date().toISOString(), user: userInfo().username, what, ...fields };
    return appendFile(audit, `${JSON.stringify(line)}\n`, { mode: 0o600 });
  };

  const off = async (keys: readonly FaultKey[]): Promise<void> => {
    const present = await status();
    await write(present.filter(({ key }) => !keys.includes(key)));
    for (const key of keys) await note('off', { key });
  };

  return {
    status,
    problems: async (on) => problemsOf(on, await portBase()),
    on: async (key, settings) => {
      const present = await status();
      const switched = switchOn(key, settings);
      await write([...present.filter((other) => other.key !== key), switched]);
      await note('on', switched);
      return switched;
    },
    off,
    heal: async (key) => {
      await off([key]);
      await askForRestart(restarts, faultOf(key).service);
      await note('heal', { key });
    },
  };
};
