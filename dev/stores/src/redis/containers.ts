import { execFile } from 'node:child_process';
import { userInfo } from 'node:os';
import { promisify } from 'node:util';
import { findProgram, onPath } from '../programs/find-program';

const run = promisify(execFile);

export const redisImage = 'redis:7-bookworm';

/**
 * Redis as containers of this machine's Docker engine, in the machine's own network; undefined where
 * none runs. The image is pulled when it is not there. On Linux only: elsewhere the engine's network is
 * another machine's.
 */
export const redisInContainers = async (
  notice: (line: string) => void,
): Promise<RedisServer | undefined> => {
  if (process.platform !== 'linux') return undefined;
  const docker = await findProgram(['docker'], onPath());
  if (!docker || !(await succeeds(docker, 'version'))) return undefined;
  if (!(await succeeds(docker, 'image', 'inspect', redisImage))) {
    notice(`Redis is not installed: pulling the image ${redisImage}`);
    if (!(await succeeds(docker, 'pull', '--quiet', redisImage))) return undefined;
  }
  const nameAt = (port: number) => `faultline-redis-${port}`;
  const { uid, gid } = userInfo();
  return {
    command: ({ directory, port }) => [
      ...([docker, 'run', '--rm', '--name', nameAt(port), '--network', 'host'] as const),
      ...['--user', `${uid}:${gid}`, '--volume', `${directory}:${directory}`],
      ...['--workdir', directory, '--entrypoint', 'redis-server', redisImage],
    ],
    clear: async (port) => void (await succeeds(docker, 'rm', '--force', nameAt(port))),
    // The engine is told by what the client hears, and a killed client tells nothing.
    quickSignal: 'SIGTERM',
  };
};

const succeeds = (docker: string, ...words: string[]): Promise<boolean> =>
  run(docker, words).then(
    () => true,
    () => false,
  );

/** How this machine runs a Redis server. */
export interface RedisServer {
  /** The command line that comes before the server's own arguments. */
  command(place: { directory: string; port: number }): readonly [string, ...string[]];
  /** Removes what a server that was killed may have left behind at a port. */
  clear(port: number): Promise<void>;
  /** Ends a server whose data nobody wants. */
  quickSignal: NodeJS.Signals;
}
