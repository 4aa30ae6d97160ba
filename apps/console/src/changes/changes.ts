import type { ServiceName } from '@faultline/topology';

/** A change of a service that its telemetry shows. Faults are no changes. */
export interface Change {
  at: number;
  service: ServiceName;
  /** Another `service.version`, another start time of the process, another number of instances. */
  kind: 'release' | 'restart' | 'scale';
  /** The versions, the start times as ISO 8601, or the numbers of instances. */
  before: string;
  after: string;
}

/** Changes over the whole retention. */
export interface Changes {
  /** The changes within a time range, oldest first. */
  between(from: number, to: number): Change[];
  /** Calls `listen` with each change, until the returned function is called. */
  subscribe(listen: (change: Change) => void): () => void;
}
