import { program, wholeNumberFrom } from '@faultline/command-line';

export type ClusterCommand =
  | { name: 'up'; port: number; network: string | undefined }
  | { name: 'down' };

/** The command line of `npm run cluster` and `npm run cluster:down`; passes the parsed command on. */
export const clusterProgram = (perform: (command: ClusterCommand) => void | Promise<void>) => {
  const cluster = program('cluster', 'The shop in a kind cluster on this machine.');
  cluster
    .command('up')
    .description('npm run cluster [-- options]: makes a cluster with the shop in it.')
    .option('--port <port>', 'where the shop is', wholeNumberFrom(1, 65_535), 8080)
    .option('--network <name>', 'the network of the steps of a build, such as host')
    .action(({ port, network }) => perform({ name: 'up', port, network }));
  cluster
    .command('down')
    .description('npm run cluster:down: removes it, with all its data.')
    .action(() => perform({ name: 'down' }));
  return cluster;
};
