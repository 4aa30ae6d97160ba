import { dirname, join } from 'node:path';

/** The files by which faults are switched in processes of one machine. */
export interface SwitchFiles {
  /** The file of faults, which the services watch. */
  faults: string;
  /** Who switched which fault, and when. */
  audit: string;
  /** The directory of requests for restarts: one file per service. */
  restarts: string;
}

const names = { faults: 'faults.yaml', audit: 'faults-audit.log', restarts: 'restarts' };

export const switchFilesIn = (directory: string): SwitchFiles => ({
  faults: join(directory, names.faults),
  audit: join(directory, names.audit),
  restarts: join(directory, names.restarts),
});

/** The files beside a file of faults. */
export const switchFilesBeside = (faults: string): SwitchFiles => ({
  ...switchFilesIn(dirname(faults)),
  faults,
});
