import { resolve } from 'node:path';
import { ImagesError } from '../images/errors';
import { ClusterUsageError, clusterUsage, parseClusterCommand } from './arguments';
import { createCluster, removeCluster } from './local-cluster';
import { ClusterError } from './programs';

// `npm run cluster` and `npm run cluster:down`. Exit codes: 0 done, 1 it failed or a program is missing,
// 2 what was typed is wrong.

const workspace = resolve(__dirname, '../../..');

const main = async (words: readonly string[]): Promise<number> => {
  try {
    const command = parseClusterCommand(words);
    if (command.name === 'down') await removeCluster();
    else await createCluster({ ...command, workspace });
    return 0;
  } catch (error) {
    if (error instanceof ClusterUsageError) {
      console.error(`${error.message}\n\n${clusterUsage}`);
      return 2;
    }
    const expected = error instanceof ClusterError || error instanceof ImagesError;
    console.error(expected ? error.message : error);
    return 1;
  }
};

main(process.argv.slice(2)).then((code) => process.exit(code));
