export type { FaultBindings } from './bindings';
export type { Holding } from './effects';
export type { Evidence, LogEvidence, SymptomEvidence, TraceEvidence } from './evidence';
export { evidenceRows } from './evidence-rows';
export type { Fault } from './fault';
export { FaultFileError, readFaults, renderFaults } from './fault-file';
export {
  type FaultKey,
  type FaultOf,
  faultKeys,
  faultOf,
  isFaultKey,
  pageOfFault,
} from './fault-keys';
export {
  type BoundSeams,
  type FaultOptions,
  type FaultRequest,
  type FaultStatus,
  type Faults,
  watchFaults,
} from './faults';
export { culpritOf, faultyComponents } from './faulty-components';
export {
  durationPattern,
  formerName,
  isDuration,
  lifetime,
  namedBy,
  parseDuration,
  settingFacts,
} from './settings';
export {
  SettingError,
  type SettingValue,
  type SwitchedFault,
  settingsSchema,
  switchOn,
} from './switched';
export { type SwitchFiles, switchFilesBeside, switchFilesIn } from './switches/files';
export {
  type FaultReport,
  type FaultReports,
  faultReports,
  type Problems,
  problemsOf,
} from './switches/problems';
export { askForRestart, RestartError } from './switches/restarts';
export { type FaultSwitches, fileSwitches } from './switches/switches';
