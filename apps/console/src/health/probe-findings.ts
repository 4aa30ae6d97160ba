import type { ProbeName } from '../probes/probe';
import type { Probes } from '../probes/probes';
import type { Finding } from './reasons';
import { inSeconds } from './words';

interface Row {
  at: number;
  failures: number;
}

/** Follows the results of probes: one failure makes a component amber, two in a row make it red. */
export const createProbeFindings = (probes: Probes) => {
  const rows = new Map<ProbeName, Row>();

  const failuresOf = (probe: ProbeName, at: number, success: boolean): number => {
    const row = rows.get(probe) ?? { at: 0, failures: 0 };
    rows.set(probe, row);
    if (row.at !== at) {
      row.at = at;
      row.failures = success ? 0 : row.failures + 1;
    }
    return row.failures;
  };

  /** Undefined if the probe has no result yet. `what` is what it did, such as `the last purchase`. */
  return (
    probe: ProbeName,
    rule: 'offline' | 'errors',
    what: string,
    longest?: number,
  ): Finding[] | undefined => {
    const last = probes.latest().find((result) => result.probe === probe);
    if (!last) return undefined;
    const failures = failuresOf(probe, last.at, last.success);
    if (failures > 0) {
      const state = failures > 1 ? 'red' : 'amber';
      return [{ rule, state, words: `${what} failed: ${last.reason}`, value: failures }];
    }
    if (longest === undefined || last.seconds <= longest) return [];
    const words = `${what} took ${inSeconds(last.seconds)}, over ${inSeconds(longest)}`;
    return [{ rule: 'slow', state: 'red', words, value: last.seconds }];
  };
};
