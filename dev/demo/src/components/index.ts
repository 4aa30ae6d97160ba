import type { Component } from '../supervision/component';
import type { DemoConfig } from './demo-config';
import { loadComponents } from './load-components';
import { serviceComponents } from './service-components';
import { storeComponents } from './store-components';
import { toolComponents } from './tool-components';

/** Each kind of component, in the order of the start. A new kind of process is one more entry. */
const kinds: ReadonlyArray<(config: DemoConfig) => Component[]> = [
  toolComponents,
  storeComponents,
  serviceComponents,
  loadComponents,
];

/** Everything that one demo runs. */
export const componentsOf = (config: DemoConfig): Component[] =>
  kinds.flatMap((kind) => kind(config));
