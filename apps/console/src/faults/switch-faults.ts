import type { FaultCard } from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import {
  type FaultKey,
  type FaultSwitches,
  faultKeys,
  isFaultKey,
  RestartError,
  SettingError,
  type SettingValue,
} from '@faultline/faults';
import { ProblemError, problemOf } from '@faultline/service';
import type { ConsoleSources } from '../sources';
import { faultCard } from '../views/fault-cards';
import type { ShopFaults } from './shop-faults';

const keyOf = (key: string): FaultKey => {
  if (isFaultKey(key)) return key;
  throw problemOf(consoleRoutes.switchOn, 'unknown-fault', `There is no fault ${key}.`, {
    field: 'key',
  });
};

const switchesOf = ({ switches, known }: ShopFaults): FaultSwitches => {
  if (switches) return switches;
  throw known
    ? problemOf(
        consoleRoutes.switchOn,
        'faults-are-read-only',
        'Faults are set elsewhere, such as by Helm, and only shown here.',
      )
    : problemOf(consoleRoutes.switchOn, 'no-shop', 'This console is not connected to a shop.');
};

export const switchFaultOn = async (
  { metrics }: Pick<ConsoleSources, 'metrics'>,
  shopFaults: ShopFaults,
  name: string,
  settings: Readonly<Record<string, SettingValue>> = {},
): Promise<FaultCard> => {
  const key = keyOf(name);
  const switches = switchesOf(shopFaults);
  try {
    return faultCard(key, metrics, await switches.on(key, settings));
  } catch (error) {
    if (!(error instanceof SettingError)) throw error;
    throw problemOf(consoleRoutes.switchOn, 'invalid-setting', error.message, {
      field: `settings.${error.setting}`,
      cause: error,
    });
  }
};

/** Switches a fault off; with `restart`, its service restarts, which removes what the fault left behind. */
export const switchFaultOff = async (
  shopFaults: ShopFaults,
  name: string,
  { restart }: { restart: boolean },
): Promise<Record<string, never>> => {
  const key = keyOf(name);
  const switches = switchesOf(shopFaults);
  if (!restart) await switches.off([key]);
  else
    await switches.heal(key).catch((error: unknown) => {
      if (!(error instanceof RestartError)) throw error;
      throw new ProblemError(503, 'not-restarted', error.message, { cause: error });
    });
  return {};
};

export const switchAllOff = async (shopFaults: ShopFaults): Promise<Record<string, never>> => {
  await switchesOf(shopFaults).off(faultKeys);
  return {};
};
