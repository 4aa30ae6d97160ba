import { parseCommandLine, usage } from './cli/arguments';
import { run } from './cli/run';

const commandLine = () => {
  try {
    return parseCommandLine(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    return undefined;
  }
};

const main = async (): Promise<void> => {
  const options = commandLine();
  process.exitCode = options === undefined ? 2 : await run(options);
};

void main();
