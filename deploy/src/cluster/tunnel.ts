import { startProcess } from '@faultline/stores';
import { ClusterError } from './programs';

/** A way into the cluster that kubectl keeps open. It ends with this program, also when that is killed. */
export interface Tunnel extends AsyncDisposable {
  url: string;
  /** Safe to call twice. */
  close(): Promise<void>;
}

const graceMs = 5_000;

/** Starts kubectl, and finds the port of 127.0.0.1 in what it says. */
const open = async (args: readonly string[]): Promise<Tunnel> => {
  const port = Promise.withResolvers<string>();
  const said = { stdout: '', stderr: '' };
  const kubectl = await startProcess({
    command: 'kubectl',
    arguments: args,
    cwd: process.cwd(),
    environment: process.env,
    orphanSignal: 'SIGTERM',
    log: (chunk, stream) => {
      said[stream] = `${said[stream]}${chunk}`.slice(-2_000);
      const [, found] = /127\.0\.0\.1:(\d+)\s/.exec(said.stdout) ?? [];
      if (found) port.resolve(found);
    },
  });
  const close = async (): Promise<void> => {
    await kubectl.stop('SIGTERM', graceMs);
  };
  const failed = kubectl.exited.then(({ code, signal }): never => {
    const reason = said.stderr.trim() || `it ended with ${signal ?? code}`;
    throw new ClusterError(`kubectl ${args[0]} opened no port: ${reason}`);
  });
  const url = `http://127.0.0.1:${await Promise.race([port.promise, failed])}`;
  return { url, close, [Symbol.asyncDispose]: close };
};

/** The API of the cluster, with the rights of this machine's user. */
export const openApi = (options: readonly string[] = []): Promise<Tunnel> =>
  open(['proxy', '--port=0', ...options]);

/** One pod of a Service, for as long as that pod lives. */
export const forward = (namespace: string, service: string): Promise<Tunnel> =>
  open(['port-forward', `service/${service}`, ':8080', '--namespace', namespace]);
