import { once } from 'node:events';
import { catalogue, type Faults, watchFaults } from '@faultline/faults';
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
  const fault = catalogue.apiGatewayDown;
  if (fleet.parts.some(({ name }) => name === fault.service))
    faults.whileOn(fault, async (_, ended) => {
      await fleet.hold(fault.service);
      if (!ended.aborted) await once(ended, 'abort');
      fleet.release(fault.service);
    });
  return faults;
};
