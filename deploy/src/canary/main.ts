import { resolve } from 'node:path';
import { exitCodeOf, untilInterrupted } from '@faultline/command-line';
import { ClusterError } from '../cluster/programs';
import { parseCanaryCommand } from './arguments';
import { runCanary } from './canary';

// `npm run canary`. Exit codes: 0 all pods have the new version, 1 it was rolled back, or a program is missing, 2 what was typed
// is wrong, 130 it was interrupted and rolled back.

const main = (): Promise<number> =>
  untilInterrupted(async (signal) => {
    const command = parseCanaryCommand(process.argv.slice(2));
    await runCanary(command, resolve(__dirname, '../../..'), { signal });
    return 0;
  });

void exitCodeOf(main, [ClusterError]).then((code) => process.exit(code));
