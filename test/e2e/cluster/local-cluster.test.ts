import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { loadImages, run } from '@faultline/deploy';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buy } from '../src/cluster/shop';
import { Customer } from '../src/customer';

const workspace = resolve(__dirname, '../../..');
let directory: string;
let realHelm: string;

/** The clusters that the stand-in for kind has made, by name, each a file with its namespace. */
const clusters = () => join(directory, 'clusters');

/** Runs a command of the README in the workspace, with the stand-in for kind. */
const npm = (...words: string[]) =>
  execa('npm', ['run', '--silent', ...words], {
    cwd: workspace,
    reject: false,
    all: true,
    env: environment(),
  });

const environment = () => ({
  PATH: [join(__dirname, 'stand-in'), process.env.PATH].join(delimiter),
  KUBECONFIG: join(directory, 'kubeconfig'),
  KIND_STATE: directory,
  REAL_HELM: realHelm,
});

/** Runs a command of the docs as it is written. */
const shell = (command: string) =>
  execa(command, { shell: true, cwd: workspace, reject: false, all: true, env: environment() });

/** The five commands from nothing to the first fault, as the docs have them. */
const quickStart = async (): Promise<string[]> => {
  const docs = await readFile(join(workspace, 'docs/kubernetes.md'), 'utf8');
  const [, block = ''] = /```sh\n([\s\S]*?)```/.exec(docs) ?? [];
  return block.trim().split('\n');
};

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'faultline-kind-'));
  await mkdir(clusters());
  // KUBECONFIG may name several files, and files may name others beside them.
  const config = await run('kubectl', ['config', 'view', '--raw', '--flatten']);
  await writeFile(join(directory, 'kubeconfig'), config, { mode: 0o600 });
  realHelm = (await run('sh', ['-c', 'command -v helm'])).trim();
});
afterAll(async () => {
  for (const name of await readdir(clusters()))
    await execa('kind', ['delete', 'cluster', '--name', name], { env: environment() });
  await rm(directory, { recursive: true, force: true });
}, 300_000);

describe('npm run cluster', { timeout: 600_000 }, () => {
  it('makes a cluster with a shop that sells, and cluster:down removes it', async () => {
    const { IMAGES_NETWORK: network } = process.env;
    const words = ['--port', '9123', ...(network === undefined ? [] : ['--network', network])];
    const up = await npm('cluster', '--', ...words);
    expect(up.all).toContain('The shop: http://127.0.0.1:9123');
    expect(up.exitCode).toBe(0);
    const calls = await readFile(join(directory, 'calls'), 'utf8');
    expect(calls).toContain('create cluster --name faultline');
    expect(calls).toMatch(/containerPort: 30080\n +hostPort: 9123\n +listenAddress: 127\.0\.0\.1/);
    expect(calls).toContain('web.nodePort=30080');
    const namespace = (await readFile(join(clusters(), 'faultline'), 'utf8')).trim();

    const node = await run('kubectl', [
      ...['get', 'nodes', '-o'],
      'jsonpath={.items[0].status.addresses[?(@.type=="InternalIP")].address}',
    ]);
    const port = await run('kubectl', [
      ...['get', 'service', 'faultline-web-gateway', '--namespace', namespace],
      ...['-o', 'jsonpath={.spec.ports[0].nodePort}'],
    ]);
    const customer = new Customer(`http://${node}:${port}`);
    await expect
      .poll(() => buy(customer).catch(() => undefined), { timeout: 30_000, interval: 500 })
      .toMatch(/./);

    const [, , breakIt = '', look = ''] = await quickStart();
    const broken = await shell(breakIt);
    expect(broken.all).toContain('payment is on.');
    expect(broken.exitCode).toBe(0);
    expect((await shell(look)).stdout).toContain('"service":"payment"');

    const elsewhere = await npm('cluster', '--', '--port', '9124');
    expect(elsewhere.all).toContain('--port: the shop of this cluster is at 9123');
    expect(elsewhere.exitCode).toBe(1);
    const again = await npm('cluster', '--', ...words);
    expect(again.all).not.toContain('Creating the cluster');
    expect(again.exitCode).toBe(0);

    const down = await npm('cluster:down');
    expect(down.all).toContain('The cluster is gone');
    expect(await run('kubectl', ['get', 'namespace', namespace, '--ignore-not-found'])).toBe('');
    expect((await npm('cluster:down')).all).toContain('There is no cluster to remove');
  });

  it('is one of the five commands to the first fault', async () => {
    const commands = await quickStart();
    expect(commands).toHaveLength(5);
    expect(commands[0]).toBe('npm run cluster');
    expect(commands[4]).toBe('npm run cluster:down');
  });

  it('says what it cannot understand', async () => {
    const { all, exitCode } = await npm('cluster', '--', '--port', 'http');
    expect(all).toContain(
      "Option '--port <port>' argument 'http' is invalid. It must be a whole number from 1 to 65535",
    );
    expect(exitCode).toBe(2);
  });
});

describe('images for a cluster', () => {
  it('need a command that loads them, where the cluster is none of kind', async () => {
    await expect(loadImages(['faultline/cart:0.1.0'], '')).rejects.toThrow(/CLUSTER_IMAGE_LOADER/);
  });
});
