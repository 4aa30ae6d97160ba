import { resolve } from 'node:path';
import { exitCodeOf } from '@faultline/command-line';
import { ClusterError } from '../cluster/programs';
import { parseDeployCommand } from './arguments';
import { deploy } from './deploy';

// `npm run deploy`. Exit codes: 0 done, 1 it failed and was reverted, or a program is missing, 2 what was typed is wrong.

const main = async (): Promise<number> => {
  await deploy(parseDeployCommand(process.argv.slice(2)), resolve(__dirname, '../../..'));
  return 0;
};

void exitCodeOf(main, [ClusterError]).then((code) => process.exit(code));
