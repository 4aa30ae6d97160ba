import { serviceNames } from '@faultline/topology';
import { type Static, Type } from 'typebox';

/** A change of a service that its telemetry shows. Faults are no changes. */
export const Change = Type.Object({
  at: Type.Number(),
  service: Type.Enum([...serviceNames]),
  /** Another `service.version`, another start time of the process, another number of instances. */
  kind: Type.Enum(['release', 'restart', 'scale']),
  /** The versions, the start times as ISO 8601, or the numbers of instances. */
  before: Type.String(),
  after: Type.String(),
});
export type Change = Static<typeof Change>;

/** Changes over the whole retention. */
export interface Changes {
  /** The changes within a time range, oldest first. */
  between(from: number, to: number): Change[];
  /** Calls `listen` with each change, until the returned function is called. */
  subscribe(listen: (change: Change) => void): () => void;
}
