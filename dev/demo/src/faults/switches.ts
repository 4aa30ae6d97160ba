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

/** No demo is running in which faults could be switched. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError';
}

/** Switches the faults of a demo from another process. Each switch is recorded in the audit log. */
export interface Switches {
  /** The faults that are on, in the order of the catalogue. */
  status(): Promise<SwitchedFault[]>;
  /** The reasons why faults that are on could not begin. */
  problems(on: readonly SwitchedFault[]): Promise<Problems>;
  /** Throws a SettingError if a setting is unknown or out of range. */
  on(key: FaultKey, settings: Readonly<Record<string, SettingValue>>): Promise<SwitchedFault>;
  off(keys: readonly FaultKey[]): Promise<void>;
  /** Switches a fault off and restarts its service, which removes the damage. */
  heal(key: FaultKey): Promise<void>;
}

export const switchesOf = ({ lock, faults, audit, restarts }: Files): Switches => {
  const portBase = async (): Promise<number> => {
    // The file remains after the demo has ended, so it does not show that one is running.
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

  /** Writes the file atomically, because a service may read it at any moment. */
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
