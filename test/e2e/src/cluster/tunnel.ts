import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A way into the cluster that kubectl keeps open. */
export interface Tunnel {
  url: string;
  /** Safe to call twice. */
  close(): Promise<void>;
}

const close = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill();
  await once(child, 'exit');
};

/** Starts kubectl, and finds the port of 127.0.0.1 in what it says. */
const open = async (args: readonly string[]): Promise<Tunnel> => {
  const child = spawn('kubectl', args, { stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface(child.stdout)) {
    const [, port] = /127\.0\.0\.1:(\d+)/.exec(line) ?? [];
    if (!port) continue;
    child.stdout.resume();
    return { url: `http://127.0.0.1:${port}`, close: () => close(child) };
  }
  throw new Error(`kubectl ${args[0]} ended with ${child.exitCode}`);
};

/** The API of the cluster, with this machine's rights. */
export const openApi = (): Promise<Tunnel> => open(['proxy', '--port=0']);

/** One pod of a Service, for as long as that pod lives. */
export const forward = (namespace: string, service: string): Promise<Tunnel> =>
  open(['port-forward', `service/${service}`, ':8080', '--namespace', namespace]);
