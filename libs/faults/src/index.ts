export { catalogue } from './catalogue';
export type { Evidence, LogEvidence, SymptomEvidence, TraceEvidence } from './evidence';
export type { Fault } from './fault';
export { type FaultKey, faultKeys, faultOf, isFaultKey } from './fault-keys';
export { type FaultOptions, type FaultRequest, type Faults, watchFaults } from './faults';
export { FlagFileError, readFlags, renderFlags } from './flag-file';
export { durationSettings } from './settings';
export {
  SettingError,
  type SettingValue,
  type SwitchedFault,
  settingsSchema,
  switchOn,
} from './switched';
