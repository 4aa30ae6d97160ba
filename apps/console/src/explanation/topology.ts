import { type ServiceName, serviceNames, services } from '@faultline/topology';

/** The service that uses a store or an external system; a service is its own. */
export const serviceBehind = (component: string): ServiceName | undefined =>
  serviceNames.find((name) => {
    const { stores, externals = [] } = services[name];
    return [name, ...stores, ...externals.map((each) => each.name)].some(
      (each) => each === component,
    );
  });

/** What is used and never handles a request of its own: stores and external systems. */
export const isService = (component: string): boolean => Object.hasOwn(services, component);
