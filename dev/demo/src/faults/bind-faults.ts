import { once } from 'node:events';
import { type Faults, faultKeys, faultOf, watchFaults } from '@faultline/faults';
import type { Fleet } from '../supervision/fleet';

/** Binds the faults that a service cannot have by itself, because they take its process away. */
export const bindFaults = async (file: string, fleet: Fleet): Promise<Faults> => {
  const faults = await watchFaults({
    file,
    version: '',
    request: () => undefined,
    // The services say so in their logs; a file that cannot be read leaves all as it was.
    onLoaded: () => undefined,
  });
  for (const key of faultKeys) {
    const { scope, service } = faultOf(key);
    if (scope !== 'process' || !fleet.parts.some(({ name }) => name === service)) continue;
    faults.whileOn(key, async (_, { ended, report }) => {
      await fleet.hold(service);
      report();
      if (!ended.aborted) await once(ended, 'abort');
      fleet.release(service);
    });
  }
  return faults;
};
