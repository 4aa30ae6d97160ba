import { numberFrom, oneOf, program, wholeNumberFrom } from '@faultline/command-line';
import {
  type ServiceName,
  serviceNames,
  type ToolName,
  toolNames,
  portBase as usualBase,
} from '@faultline/topology';

export type Command =
  | { name: 'reset' }
  | {
      name: 'run';
      portBase: number;
      plain: boolean;
      only: ServiceName | ToolName | undefined;
      load: { rate: number | undefined } | undefined;
    };

/** The highest port is 1010 above the base: the console's admin server. */
const bases = { lowest: 1_024, highest: 64_000 };

/** Throws a UsageError, or HelpAsked. */
export const parseCommandLine = (words: readonly string[]): Command => {
  const demo = program('npm start --', 'Starts the shop on this machine.')
    .argument('[reset]', 'remove the data that the demo keeps', oneOf('command', ['reset']))
    .option('--no-load', 'no shoppers')
    .option('--rate <n>', 'journeys that shoppers start in a second (3)', numberFrom(0.001, 1_000))
    .option(
      '--only <service>',
      `one service with those that it calls: ${serviceNames.join(', ')}; or the console alone`,
      oneOf('service', [...serviceNames, ...toolNames]),
    )
    .option(
      '--port-base <port>',
      'the lowest port; all others move with it',
      wholeNumberFrom(bases.lowest, bases.highest),
      usualBase,
    )
    .option('--plain', 'lines in place of the live screen', false)
    .parse(words, { from: 'user' });
  const [command] = demo.processedArgs;
  if (command === 'reset') return { name: 'reset' };
  const { load, rate, only, portBase, plain } = demo.opts();
  return { name: 'run', portBase, plain, only, load: load ? { rate } : undefined };
};
