import { type FaultSwitches, fileSwitches, type Problems, problemsOf } from '@faultline/faults';
import { adminPortOffset, type ServiceName, servicePort } from '@faultline/topology';
import { runningPortBase } from '../guards/lock';
import type { Layout } from '../layout';

type Files = Pick<Layout, 'lock' | 'faults' | 'audit' | 'restarts'>;

/** No demo is running in which faults could be switched. */
export class NoDemoError extends Error {
  override readonly name = 'NoDemoError';
}

/** Switches the faults of a demo from another process. */
export interface Switches extends FaultSwitches {
  /** The reasons why faults that are on could not begin. */
  problems(on: Awaited<ReturnType<FaultSwitches['status']>>): Promise<Problems>;
}

export const switchesOf = ({ lock, ...files }: Files): Switches => {
  const switches = fileSwitches(files);
  const portBase = async (): Promise<number> => {
    // The file remains after the demo has ended, so it does not show that one is running.
    const base = await runningPortBase(lock);
    if (base !== undefined) return base;
    throw new NoDemoError(
      'No shop runs here, so nothing can be switched: start one with npm start',
    );
  };
  const whileRunning = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    await portBase();
    return work();
  };
  return {
    status: () => whileRunning(switches.status),
    problems: async (on) => problemsOf(on, adminUrlOf(await portBase())),
    on: (key, settings) => whileRunning(() => switches.on(key, settings)),
    off: (keys) => whileRunning(() => switches.off(keys)),
    heal: (key) => whileRunning(() => switches.heal(key)),
  };
};

/** The admin URLs of a demo's services. */
export const adminUrlOf =
  (portBase: number) =>
  (service: ServiceName): string =>
    `http://127.0.0.1:${servicePort(service, portBase) + adminPortOffset}`;
