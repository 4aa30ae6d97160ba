import { resolve } from 'node:path';
import { exitCodeOf, untilInterrupted } from '@faultline/command-line';
import { ClusterError } from '../cluster/programs';
import { parseDeployCommand } from './arguments';
import { deploy } from './deploy';

// `npm run deploy`. Exit codes: 0 done, 1 it failed and was reverted, or a program is missing, 2 what was typed is wrong, 130 it
// was interrupted and reverted.

const main = (): Promise<number> =>
  untilInterrupted(async (signal) => {
    const command = parseDeployCommand(process.argv.slice(2));
    await deploy(command, resolve(__dirname, '../../..'), signal);
    return 0;
  });

void exitCodeOf(main, [ClusterError]).then((code) => process.exit(code));
