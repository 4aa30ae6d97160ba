export { Demo, type DemoEvents } from './demo';
export { DemoError } from './demo-error';
export { memoryOf } from './memory';
export type { LoadReading } from './parts/load-reading';
export { reset } from './reset';
export { type DemoOptions, prepareDemo, startDemo } from './start-demo';
export type { Part } from './supervision/part';
export type { PartState, PartStatus } from './supervision/status';
