import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  type FaultSwitches,
  fileSwitches,
  readFaults,
  type SwitchedFault,
  switchFilesBeside,
} from '@faultline/faults';
import type { ServiceName } from '@faultline/topology';

/** The faults of the shop that this console watches. */
export interface ShopFaults {
  /** The faults that are on; undefined if no file says so. */
  status(): Promise<SwitchedFault[] | undefined>;
  /** Undefined if faults can only be shown here. */
  switches: FaultSwitches | undefined;
  /** Whether there is a file of faults. */
  known: boolean;
  adminUrl(service: ServiceName): string | undefined;
}

interface Options {
  /** The file that the services watch. */
  file: string | undefined;
  readOnly: boolean;
  adminUrl(service: ServiceName): string | undefined;
}

const isWritable = (path: string): Promise<boolean> =>
  access(path, constants.W_OK).then(
    () => true,
    () => false,
  );

/** Shows and switches faults by the file of faults, which is replaced as a whole. */
export const openShopFaults = async ({
  file,
  readOnly,
  adminUrl,
}: Options): Promise<ShopFaults> => {
  if (file === undefined)
    return { status: async () => undefined, switches: undefined, known: false, adminUrl };
  const canSwitch = !readOnly && (await isWritable(file)) && (await isWritable(dirname(file)));
  return {
    status: async () => readFaults(await readFile(file, 'utf8')),
    switches: canSwitch ? fileSwitches(switchFilesBeside(file)) : undefined,
    known: true,
    adminUrl,
  };
};
