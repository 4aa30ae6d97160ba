import { execa } from 'execa';
import { Type } from 'typebox';
import { readJson } from '../read-json';
import { ImagesError } from './errors';

const docker = (
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string> } = {},
) => execa('docker', args, { ...options, all: true, reject: false });

/** Why no engine is available, in one line; undefined if one is. */
export const engineObstacle = async (): Promise<string | undefined> => {
  const { exitCode, code, all } = await docker(['version', '--format', '{{.Server.Version}}']);
  if (code === 'ENOENT') return 'docker is not installed, or not on PATH';
  if (exitCode === 0) return undefined;
  return `docker's engine does not answer: ${all.trim().split('\n').at(-1)}`;
};

export const hasBuildx = async (): Promise<boolean> =>
  (await docker(['buildx', 'version'])).exitCode === 0;

export interface LocalImage {
  id: string;
  bytes: number;
  labels: Readonly<Record<string, string>>;
}

const Labels = Type.Record(Type.String(), Type.String());
const Inspected = Type.Array(
  Type.Object({
    Id: Type.String(),
    Size: Type.Integer(),
    Config: Type.Object({ Labels: Type.Optional(Type.Union([Labels, Type.Null()])) }),
  }),
);

/** An image that the engine has, by its name or id. */
export const findImage = async (reference: string): Promise<LocalImage | undefined> => {
  const { exitCode, stdout } = await docker(['image', 'inspect', reference]);
  if (exitCode !== 0) return undefined;
  const [inspected] = readJson('docker image inspect', Inspected, stdout);
  if (!inspected) return undefined;
  return { id: inspected.Id, bytes: inspected.Size, labels: inspected.Config.Labels ?? {} };
};

/** The id of any image with this label. */
export const findLabelled = async (label: string): Promise<string | undefined> => {
  const { stdout } = await docker(['images', '--quiet', '--filter', `label=${label}`]);
  return stdout.split('\n').find(Boolean);
};

const checked = async (what: string, args: readonly string[]): Promise<void> => {
  const { exitCode, all } = await docker(args);
  if (exitCode !== 0) throw new ImagesError(`${what} failed: ${all.trim()}`);
};

export const pull = (reference: string): Promise<void> =>
  checked(`docker pull ${reference}`, ['pull', reference]);
export const push = (reference: string): Promise<void> =>
  checked(`docker push ${reference}`, ['push', reference]);
export const tag = (id: string, reference: string): Promise<void> =>
  checked(`docker tag ${reference}`, ['tag', id, reference]);

const Repositories = Type.Array(Type.String());
const Manifest = Type.Object({ digest: Type.String() });

/** The digest that a registry has given to a pushed image; of one for several platforms only buildx knows it. */
export const digestOf = async (reference: string, isHere: boolean): Promise<string> => {
  const format = ['--format', isHere ? '{{json .RepoDigests}}' : '{{json .Manifest}}'];
  const ask = isHere ? ['image', 'inspect'] : ['buildx', 'imagetools', 'inspect'];
  const { exitCode, stdout, all } = await docker([...ask, reference, ...format]);
  if (exitCode !== 0) throw new ImagesError(`${reference}: no digest: ${all.trim()}`);
  if (!isHere) return readJson('docker buildx imagetools inspect', Manifest, stdout).digest;
  const repository = `${reference.slice(0, reference.lastIndexOf(':'))}@`;
  const pushed = readJson('docker image inspect', Repositories, stdout);
  const digest = pushed.find((name) => name.startsWith(repository))?.slice(repository.length);
  if (!digest) throw new ImagesError(`${reference} has no digest, because no registry has it`);
  return digest;
};

/** Runs a build in a folder. Throws an ImagesError with the builder's output. */
export const build = async (
  reference: string,
  args: readonly string[],
  { buildx, workspace }: { buildx: boolean; workspace: string },
): Promise<void> => {
  const { exitCode, all } = await docker(args, {
    cwd: workspace,
    // Without buildx, docker must be set to the classic builder.
    env: buildx ? {} : { DOCKER_BUILDKIT: '0' },
  });
  if (exitCode !== 0) throw new ImagesError(`${all}\n${reference}: the build failed`);
};
