import { appendFile, readFile, rename, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { readFaults, renderFaults } from '../fault-file';
import { type FaultKey, faultOf } from '../fault-keys';
import { type SettingValue, type SwitchedFault, switchOn } from '../switched';
import type { SwitchFiles } from './files';
import { askForRestart } from './restarts';

/** Switches faults in other processes. Each switch is recorded in the audit log. */
export interface FaultSwitches {
  /** The faults that are on, in the order of the catalogue. */
  status(): Promise<SwitchedFault[]>;
  /** Throws a SettingError if a setting is unknown or out of range. */
  on(key: FaultKey, settings: Readonly<Record<string, SettingValue>>): Promise<SwitchedFault>;
  off(keys: readonly FaultKey[]): Promise<void>;
  /** Switches a fault off and restarts its service, which removes the damage. */
  heal(key: FaultKey): Promise<void>;
}

/** Switches by the file that the services watch; one switch of this process at a time. */
export const fileSwitches = ({ faults, audit, restarts }: SwitchFiles): FaultSwitches => {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };

  const status = async () => readFaults(await readFile(faults, 'utf8'));

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

  const off = (keys: readonly FaultKey[]): Promise<void> =>
    inTurn(async () => {
      const present = await status();
      await write(present.filter(({ key }) => !keys.includes(key)));
      for (const key of keys) await note('off', { key });
    });

  return {
    status,
    on: (key, settings) =>
      inTurn(async () => {
        const present = await status();
        const switched = switchOn(key, settings);
        await write([...present.filter((other) => other.key !== key), switched]);
        await note('on', switched);
        return switched;
      }),
    off,
    heal: async (key) => {
      await off([key]);
      await askForRestart(restarts, faultOf(key).service);
      await note('heal', { key });
    },
  };
};
