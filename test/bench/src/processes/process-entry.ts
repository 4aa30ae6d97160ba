/** A process as the system lists it. */
export interface ProcessEntry {
  pid: number;
  parent: number;
  /** The process group: the pid of its leader. */
  group: number;
  /** CPU time of the process in user and kernel mode, with its ended children where the system counts these. */
  cpuSeconds: number;
}
