import { type Command, parseCommandLine, UsageError, usage } from './command-line';
import type { Demo } from './demo';
import { defaultDirectory } from './layout';
import { end } from './program-end';
import { reset } from './reset';
import { run } from './run';
import { prepareDemo } from './start-demo';
import type { Display } from './terminal/display';
import { liveScreen } from './terminal/live-screen';
import { plainLines } from './terminal/plain-lines';

const perform = async (command: Command): Promise<number> => {
  switch (command.name) {
    case 'help':
      console.log(usage);
      return 0;
    case 'reset':
      await reset(defaultDirectory);
      console.log('The data of the demo are gone; npm start makes new ones');
      return 0;
    case 'run': {
      const demo = await prepareDemo({
        ...command,
        directory: defaultDirectory,
        notice: console.log,
      });
      return run(demo, displayOf(demo, command.plain));
    }
  }
};

const displayOf = (demo: Demo, plain: boolean): Display => {
  const { stdout } = process;
  return stdout.isTTY && !plain
    ? liveScreen(demo, stdout)
    : plainLines(demo, 'Faultline', (line) => stdout.write(`${line}\n`));
};

const main = async (): Promise<number> => {
  try {
    return await perform(parseCommandLine(process.argv.slice(2)));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    return 2;
  }
};

void end(main());
