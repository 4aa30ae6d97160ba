export { clientOf } from '../client';
export type { Call } from '../http-caller';
export type * from './common';
export * from './faults';
export * from './overview';
export * from './routes';
export * from './series';
export * from './stores';
export * from './telemetry';
