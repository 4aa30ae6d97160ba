import { resolve } from 'node:path';
import { exitCodeOf, UsageError } from '@faultline/command-line';
import { FaultFileError, RestartError, SettingError } from '@faultline/faults';
import { type FaultCommand, faultProgram } from './faults/arguments';
import {
  healedText,
  listText,
  scheduledText,
  scheduleEndText,
  scheduleText,
  statusText,
  switchedOffText,
  switchedOnText,
} from './faults/render';
import { runSchedule } from './faults/schedule';
import { NoDemoError, type Switches, switchesOf } from './faults/switches';
import { defaultDirectory, layoutIn } from './layout';

// `npm run fault`. Exit codes: 0 done, 1 no demo runs, or it cannot do it, 2 what was typed is wrong.

const perform = async (command: FaultCommand): Promise<string> => {
  const { json, directory } = command;
  const switches = switchesOf(
    layoutIn(directory === undefined ? defaultDirectory : resolve(directory)),
  );
  switch (command.name) {
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
    case 'schedule':
      return schedule(switches, command);
  }
};

/** Lets faults come and go until its end or Ctrl-C, which npm and the terminal both send. */
const schedule = async (
  switches: Switches,
  { json, blind, ...plan }: Extract<FaultCommand, { name: 'schedule' }>,
): Promise<string> => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => stopping.abort());
  console.log(scheduleText(plan, json));
  await runSchedule(switches, plan, stopping.signal, (event, key) =>
    console.log(scheduledText(event, blind ? undefined : key, json)),
  );
  return scheduleEndText(json);
};

const performAndTell = async (command: FaultCommand): Promise<void> => {
  try {
    console.log(await perform(command));
  } catch (error) {
    if (error instanceof SettingError) throw new UsageError(error.message, { cause: error });
    throw error;
  }
};

const main = async (): Promise<number> => {
  await faultProgram(performAndTell).parseAsync();
  return 0;
};

void exitCodeOf(main, [NoDemoError, RestartError, FaultFileError]).then((code) => {
  process.exitCode = code;
});
