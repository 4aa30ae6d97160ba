import { type ServiceName, type StoreName, services } from '@faultline/topology';
import { type FaultKey, faultOf } from './fault-keys';

/** What has a fault: its service, and the stores of this service. Blaming another component is an error. */
export const faultyComponents = (key: FaultKey): readonly (ServiceName | StoreName)[] => {
  const { service } = faultOf(key);
  return [service, ...services[service].stores];
};
