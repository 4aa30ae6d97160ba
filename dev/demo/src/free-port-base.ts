import { isPortFree } from '@faultline/stores';

// Below the ports that systems hand out for outgoing connections, with room for all offsets.
const lowest = 10_000;
const highest = 30_000;

/** A port base from which all ports that `portsFrom` names are free now. */
export const freePortBase = async (
  portsFrom: (base: number) => readonly number[],
): Promise<number> => {
  const base = lowest + Math.floor(Math.random() * (highest - lowest));
  const free = await Promise.all(portsFrom(base).map(isPortFree));
  return free.every(Boolean) ? base : freePortBase(portsFrom);
};
