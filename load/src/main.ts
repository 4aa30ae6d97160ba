import { exitCodeOf } from '@faultline/command-line';
import { parseCommandLine } from './cli/arguments';
import { run } from './cli/run';

void exitCodeOf(async () => run(parseCommandLine(process.argv.slice(2)))).then((code) => {
  process.exitCode = code;
});
