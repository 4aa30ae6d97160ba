import { createInterface } from 'node:readline';
import { execa } from 'execa';
import { ClusterError } from './programs';

/** A way into the cluster that kubectl keeps open. */
export interface Tunnel extends AsyncDisposable {
  url: string;
  /** Safe to call twice. */
  close(): Promise<void>;
}

/** Starts kubectl, and finds the port of 127.0.0.1 in what it says. */
const open = async (args: readonly string[]): Promise<Tunnel> => {
  const child = execa('kubectl', args, { stdin: 'ignore', reject: false });
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(line) ?? [];
    if (!port) continue;
    child.stdout.resume();
    const close = async (): Promise<void> => {
      child.kill();
      await child;
    };
    return { url: `http://127.0.0.1:${port}`, close, [Symbol.asyncDispose]: close };
  }
  const { stderr, shortMessage } = await child;
  throw new ClusterError(`kubectl ${args[0]} opened no port: ${stderr || shortMessage}`);
};

/** The API of the cluster, with the rights of this machine's user. */
export const openApi = (options: readonly string[] = []): Promise<Tunnel> =>
  open(['proxy', '--port=0', ...options]);

/** One pod of a Service, for as long as that pod lives. */
export const forward = (namespace: string, service: string): Promise<Tunnel> =>
  open(['port-forward', `service/${service}`, ':8080', '--namespace', namespace]);
