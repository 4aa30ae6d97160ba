export type { FaultBindings } from './bindings';
export type { Holding } from './effects';
export { releasedBy } from './evaluate';
export type { Evidence, LogEvidence, SymptomEvidence, TraceEvidence } from './evidence';
export type { Fault } from './fault';
export { FaultFileError, readFaults, renderFaults } from './fault-file';
export { type FaultKey, type FaultOf, faultKeys, faultOf } from './fault-keys';
export {
  type BoundSeams,
  type FaultOptions,
  type FaultRequest,
  type FaultStatus,
  type Faults,
  watchFaults,
} from './faults';
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
