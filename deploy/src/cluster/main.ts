import { resolve } from 'node:path';
import { exitCodeOf } from '@faultline/command-line';
import { ImagesError } from '../images/errors';
import { type ClusterCommand, clusterProgram } from './arguments';
import { createCluster, removeCluster } from './local-cluster';
import { ClusterError } from './programs';

// `npm run cluster` and `npm run cluster:down`. Exit codes: 0 done, 1 it failed or a program is missing,
// 2 what was typed is wrong.

const workspace = resolve(__dirname, '../../..');

const perform = (command: ClusterCommand): Promise<void> =>
  command.name === 'down' ? removeCluster() : createCluster({ ...command, workspace });

const main = async (): Promise<number> => {
  await clusterProgram(perform).parseAsync();
  return 0;
};

void exitCodeOf(main, [ClusterError, ImagesError]).then((code) => process.exit(code));
