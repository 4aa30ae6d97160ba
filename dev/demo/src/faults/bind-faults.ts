import { once } from 'node:events';
import { type Faults, faultKeys, faultOf, watchFaults } from '@faultline/faults';
import type { ComponentGroup } from '../supervision/component-group';

/** Binds the faults that stop a service's process, which the service itself cannot do. */
export const bindFaults = async (file: string, group: ComponentGroup): Promise<Faults> => {
  const faults = await watchFaults({
    file,
    version: '',
    request: () => undefined,
    // The services log invalid files; the last valid state stays.
    onLoaded: () => undefined,
  });
  for (const key of faultKeys) {
    const { scope, service } = faultOf(key);
    if (scope !== 'process' || !group.components.some(({ name }) => name === service)) continue;
    faults.whileOn(key, async (_, { ended, report }) => {
      await group.hold(service);
      report();
      if (!ended.aborted) await once(ended, 'abort');
      group.release(service);
    });
  }
  return faults;
};
