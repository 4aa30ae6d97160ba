import { adminPortOffset, type ServiceName, servicePort } from '@faultline/topology';

/** The admin URLs of a demo's services. */
export const adminUrlOf =
  (portBase: number) =>
  (service: ServiceName): string =>
    `http://127.0.0.1:${servicePort(service, portBase) + adminPortOffset}`;
