import { parseArgs } from 'node:util';

/** What was typed cannot be meant; the message says what could be. */
export class ClusterUsageError extends Error {
  override readonly name = 'ClusterUsageError';
}

export const clusterUsage = `npm run cluster [-- --port 8080] [--network host]    a kind cluster with the shop in it
npm run cluster:down                                 removes it, with all its data`;

export type ClusterCommand =
  | { name: 'up'; port: number; network: string | undefined }
  | { name: 'down' };

const options = { port: { type: 'string' }, network: { type: 'string' } } as const;

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    throw new ClusterUsageError(error instanceof Error ? error.message : String(error));
  }
};

/** Reads a command line. Throws a ClusterUsageError. */
export const parseClusterCommand = (words: readonly string[]): ClusterCommand => {
  const { values, positionals } = parse(words);
  const [name = 'up', ...more] = positionals;
  if (more.length > 0 || (name !== 'up' && name !== 'down'))
    throw new ClusterUsageError(`There is no ${positionals.join(' ')}; there are up and down`);
  if (name === 'down') return { name };
  const port = Number(values.port ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new ClusterUsageError(`--port must be a port from 1 to 65535, not ${values.port}`);
  return { name, port, network: values.network };
};
