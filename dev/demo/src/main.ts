import { type Command, parseCommandLine } from './command-line';
import type { Demo } from './demo';
import { defaultDirectory } from './layout';
import { end } from './program-end';
import { reset } from './reset';
import { run } from './run';
import { prepareDemo } from './start-demo';
import type { Display } from './terminal/demo-view';
import { liveScreen } from './terminal/live-screen';
import { plainLines } from './terminal/plain-lines';

const perform = async (command: Command): Promise<number> => {
  switch (command.name) {
    case 'reset':
      await reset(defaultDirectory);
      console.log('The data of the demo are gone; npm start makes new ones');
      return 0;
    case 'run': {
      const demo = await prepareDemo({
        ...command,
        console: true,
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

void end(async () => perform(parseCommandLine(process.argv.slice(2))));
