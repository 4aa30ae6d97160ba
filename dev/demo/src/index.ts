export type { LoadReading } from './components/demo-config';
export { smallHeap } from './components/node-program';
export { Demo, type DemoEvents } from './demo';
export { type Switches, switchesOf } from './faults/switches';
export { layoutIn } from './layout';
export { type DemoOptions, prepareDemo, startDemo } from './start-demo';
export { storeLines } from './store-logs/store-line';
export type { Component, ComponentState, ComponentStatus } from './supervision/component';
