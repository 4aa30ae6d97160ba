export { Demo, type DemoEvents } from './demo';
export { type Switches, switchesOf } from './faults/switches';
export { layoutIn } from './layout';
export type { LoadReading } from './parts/load-reading';
export { type DemoOptions, prepareDemo, startDemo } from './start-demo';
export { storeLines } from './store-logs/store-line';
export type { Part } from './supervision/part';
export type { PartState, PartStatus } from './supervision/status';
