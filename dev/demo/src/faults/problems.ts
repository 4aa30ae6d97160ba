import { type FaultKey, faultOf, releasedBy, type SwitchedFault } from '@faultline/faults';
import { adminPortOffset, type ServiceName, servicePort } from '@faultline/topology';
import { Type } from 'typebox';
import { Value } from 'typebox/value';

/** The reasons why faults that are on could not begin, by key. */
export type Problems = ReadonlyMap<FaultKey, string>;

/** Short, because a service responds at once or not at all. */
const patienceMs = 2_000;

const HttpResponse = Type.Array(
  Type.Object({ key: Type.String(), problem: Type.Optional(Type.String()) }),
);

/** Asks the services of a demo why faults could not begin. */
export const problemsOf = async (
  on: readonly SwitchedFault[],
  portBase: number,
): Promise<Problems> => {
  const ask = async (fault: SwitchedFault): Promise<[FaultKey, string][]> => {
    const problem = await problemOf(fault, portBase);
    return problem === undefined ? [] : [[fault.key, problem]];
  };
  return new Map((await Promise.all(on.map(ask))).flat());
};

const problemOf = async (fault: SwitchedFault, portBase: number): Promise<string | undefined> => {
  const key = releasedBy(fault) ?? fault.key;
  const { service, scope } = faultOf(key);
  const status = await statusOf(service, portBase);
  if (scope === 'process') return status && `${service} is still there`;
  if (!status) return `${service} cannot be asked`;
  const found = status.find((each) => each.key === key);
  return found ? found.problem : `${service} has not read that it is on`;
};

/** A service's report about its faults; undefined if there is no response. */
const statusOf = async (service: ServiceName, portBase: number) => {
  const address = `http://127.0.0.1:${servicePort(service, portBase) + adminPortOffset}/-/faults`;
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    return Value.Parse(HttpResponse, await response.json());
  } catch {
    // No program listens on the port, or another one.
    return undefined;
  }
};
