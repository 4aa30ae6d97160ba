import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findProgram, freePort, startProcess, unpackedProgram } from '@faultline/stores';
import pRetry from 'p-retry';

/** A registry of images on this machine. */
export interface Registry extends AsyncDisposable {
  /** Its address without a scheme, as references to images begin: `127.0.0.1:5000`. */
  address: string;
}

const program = 'docker-registry';

const packaged = {
  title: "Docker's registry",
  packages: [program],
  path: `usr/bin/${program}`,
} as const;

const isMissing = (command: string): boolean =>
  spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined;

/** Why there can be no registry here; undefined if there can. */
export const registryObstacle = (): string | undefined =>
  isMissing(program) && isMissing('apt-get')
    ? `${program} is not on PATH, and there is no apt-get to fetch it`
    : undefined;

const graceMs = 5_000;

/**
 * Starts the registry of Debian's package docker-registry, which this checkout fetches if the machine has none. It ends
 * with this program, and leaves nothing. Throws where it cannot be had or does not start.
 */
export const startRegistry = async (): Promise<Registry> => {
  await using cleanup = new AsyncDisposableStack();
  const command = (await findProgram([program])) ?? (await unpackedProgram(packaged, console.log));
  if (command === undefined) throw new Error(registryObstacle());
  const directory = await mkdtemp(join(tmpdir(), 'faultline-registry-'));
  cleanup.defer(() => rm(directory, { recursive: true, force: true }));
  const address = `127.0.0.1:${await freePort()}`;
  const file = join(directory, 'configuration.yml');
  const configuration = {
    version: 0.1,
    storage: { filesystem: { rootdirectory: join(directory, 'images') } },
    http: { addr: address },
  };
  await writeFile(file, JSON.stringify(configuration));
  let words = '';
  const server = await startProcess({
    command,
    arguments: ['serve', file],
    cwd: directory,
    environment: process.env,
    orphanSignal: 'SIGTERM',
    scratch: directory,
    log: (chunk) => {
      words = `${words}${chunk}`.slice(-1_000);
    },
  });
  cleanup.defer(async () => {
    await server.stop('SIGTERM', graceMs);
  });
  await pRetry(
    async () => {
      const response = await fetch(`http://${address}/v2/`);
      if (!response.ok) throw new Error(`it responds with ${response.status}`);
    },
    { retries: 50, minTimeout: 100, factor: 1 },
  ).catch((cause: unknown) => {
    throw new Error(`${program} did not start: ${words}`, { cause });
  });
  const owned = cleanup.move();
  return { address, [Symbol.asyncDispose]: () => owned.disposeAsync() };
};
