import type { ServiceName } from '@faultline/topology';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { releasedBy } from '../evaluate';
import { type FaultKey, faultOf } from '../fault-keys';
import type { SwitchedFault } from '../switched';

/** What the services report of faults that are on, by key. */
export type FaultReports = ReadonlyMap<FaultKey, FaultReport>;

export interface FaultReport {
  /** Why it could not begin. */
  problem?: string;
  /** How many requests it hit in the last minute, if it hits requests. */
  hits?: number;
}

/** The reasons why faults that are on could not begin, by key. */
export type Problems = ReadonlyMap<FaultKey, string>;

/** Short, because a service responds at once or not at all. */
const patienceMs = 2_000;

const HttpResponse = Type.Array(
  Type.Object({
    key: Type.String(),
    problem: Type.Optional(Type.String()),
    hits: Type.Optional(Type.Number()),
  }),
);

type AdminUrl = (service: ServiceName) => string | undefined;

/** Asks the services about the faults that are on. `adminUrl` has no trailing slash. */
export const faultReports = async (
  on: readonly SwitchedFault[],
  adminUrl: AdminUrl,
): Promise<FaultReports> => {
  const ask = async (fault: SwitchedFault): Promise<[FaultKey, FaultReport]> => [
    fault.key,
    await reportOf(fault, adminUrl),
  ];
  return new Map(await Promise.all(on.map(ask)));
};

/** Asks the services why faults could not begin. */
export const problemsOf = async (
  on: readonly SwitchedFault[],
  adminUrl: AdminUrl,
): Promise<Problems> =>
  new Map(
    [...(await faultReports(on, adminUrl))].flatMap(([key, { problem }]) =>
      problem === undefined ? [] : [[key, problem]],
    ),
  );

const reportOf = async (fault: SwitchedFault, adminUrl: AdminUrl): Promise<FaultReport> => {
  const key = releasedBy(fault) ?? fault.key;
  const { service, scope } = faultOf(key);
  const status = await statusOf(adminUrl(service));
  if (scope === 'process') return status ? { problem: `${service} is still there` } : {};
  if (!status) return { problem: `${service} cannot be asked` };
  const found = status.find((each) => each.key === key);
  return found ?? { problem: `${service} has not read that it is on` };
};

/** A service's report about its faults; undefined if there is no response. */
const statusOf = async (
  adminUrl: string | undefined,
): Promise<Static<typeof HttpResponse> | undefined> => {
  if (adminUrl === undefined) return undefined;
  try {
    const response = await fetch(`${adminUrl}/-/faults`, {
      signal: AbortSignal.timeout(patienceMs),
    });
    return Value.Parse(HttpResponse, await response.json());
  } catch {
    // No program listens on the port, or another one.
    return undefined;
  }
};
