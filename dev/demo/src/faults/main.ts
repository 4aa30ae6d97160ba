import { resolve } from 'node:path';
import { FaultFileError, SettingError } from '@faultline/faults';
import { defaultDirectory, layoutIn } from '../layout';
import { type FaultCommand, FaultUsageError, faultUsage, parseFaultCommand } from './arguments';
import { healedText, listText, statusText, switchedOffText, switchedOnText } from './render';
import { RestartError } from './restarts';
import { NoDemoError, switchesOf } from './switches';

// `npm run fault`. Exit codes: 0 done, 1 no demo runs, or it cannot do it, 2 what was typed is wrong.

const perform = async (command: FaultCommand): Promise<string> => {
  const { json, directory } = command;
  const switches = switchesOf(
    layoutIn(directory === undefined ? defaultDirectory : resolve(directory)),
  );
  switch (command.name) {
    case 'help':
      return faultUsage;
    case 'list':
      return listText(json);
    case 'status': {
      const on = await switches.status();
      return statusText(on, await switches.problems(on), json);
    }
    case 'on':
      return switchedOnText(await switches.on(command.key, command.settings), json);
    case 'off':
      await switches.off(command.keys);
      return switchedOffText(command.keys, json);
    case 'heal':
      await switches.heal(command.key);
      return healedText(command.key, json);
  }
};

const exitCodeOf = (error: unknown): number => {
  if (
    error instanceof NoDemoError ||
    error instanceof RestartError ||
    error instanceof FaultFileError
  )
    return 1;
  if (error instanceof FaultUsageError || error instanceof SettingError) return 2;
  throw error;
};

const main = async (): Promise<number> => {
  try {
    console.log(await perform(parseFaultCommand(process.argv.slice(2))));
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    console.error(error instanceof Error ? error.message : error);
    return code;
  }
};

void main().then((code) => {
  process.exitCode = code;
});
