import type { Incident } from '@faultline/contracts/console';
import type { Range } from '../views/range';

const second = 1_000;
/** An alert looks back for up to 30 s, so what it tells began before it fired. */
const lead = 30 * second;
/** The begin of an incident says where it came from; its later hours add nothing, and would have to be read. */
const look = 120 * second;
const comparedWith = 180 * second;

/** What is looked at for an incident: its begin, and the time before, which was healthy. */
export interface Period {
  during: Range;
  before: Range;
}

export const periodOf = ({ since, resolved }: Incident, now: number): Period => {
  const from = since - lead;
  return {
    during: { from, to: Math.max(Math.min(resolved ?? now, now, since + look), since + second) },
    before: { from: from - comparedWith, to: from },
  };
};
