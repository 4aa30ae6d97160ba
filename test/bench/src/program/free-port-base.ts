import { isPortFree } from '@faultline/stores';
import {
  adminPortOffset,
  serviceNames,
  servicePort,
  storeNames,
  storePort,
} from '@faultline/topology';

// Below the ports that systems hand out for outgoing connections, with room for all offsets.
const lowest = 10_000;
const highest = 30_000;

/** A value for `--port-base` whose ports are all free now. */
export const freePortBase = async (): Promise<number> => {
  const base = lowest + Math.floor(Math.random() * (highest - lowest));
  const ports = [
    ...serviceNames.flatMap((name) => {
      const port = servicePort(name, base);
      return [port, port + adminPortOffset];
    }),
    ...storeNames.map((name) => storePort(name, base)),
  ];
  const free = await Promise.all(ports.map(isPortFree));
  return free.every(Boolean) ? base : freePortBase();
};
