import { type ComponentName, services } from '@faultline/topology';
import { type FaultKey, faultOf } from './fault-keys';

/**
 * What has a fault: its service, the stores of this service, and the external systems that it alone uses. Blaming another
 * component is an error.
 */
export const faultyComponents = (key: FaultKey): readonly string[] => {
  const { service } = faultOf(key);
  const { stores, externals } = services[service];
  return [service, ...stores, ...externals];
};

/** The one component that a diagnosis of a fault has to name. */
export const culpritOf = (key: FaultKey): ComponentName => {
  const { service, culprit = service } = faultOf(key);
  return culprit;
};
