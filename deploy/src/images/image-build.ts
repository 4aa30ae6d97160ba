import { type ImageName, imageSpec, nodeImage } from './image';

/** The label that holds the hash of an image's inputs. */
export const inputsLabel = 'dev.faultline.inputs';

export interface ImageBuild {
  name: ImageName;
  reference: string;
  version: string;
  /** The commit of the sources. */
  revision: string;
  /** The hash of the image's inputs. */
  inputs: string;
  platforms: readonly string[];
  network: string | undefined;
}

/** Whether the engine keeps the image; images for several platforms are only pushed. */
export const isKept = ({ platforms }: Pick<ImageBuild, 'platforms'>): boolean =>
  platforms.length <= 1;

const pairs = (option: string, values: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(values).flatMap(([name, value]) => [option, `${name}=${value}`]);

/** The arguments of `docker` that build an image in the root of the workspace. */
export const buildArguments = (imageBuild: ImageBuild, buildx: boolean): readonly string[] => {
  const { name, reference, version, revision, inputs, platforms, network } = imageBuild;
  const { target } = imageSpec(name);
  return [
    ...(platforms.length > 0
      ? [
          'buildx',
          'build',
          '--platform',
          platforms.join(),
          isKept(imageBuild) ? '--load' : '--push',
        ]
      : ['build']),
    ...['--file', 'deploy/docker/Dockerfile', '--target', target, '--tag', reference],
    ...(network ? ['--network', network] : []),
    ...pairs('--build-arg', { VERSION: version, REVISION: revision }),
    ...(target === 'app' ? pairs('--build-arg', { APP: name }) : []),
    // Without BuildKit the stage `load` is built too, so it gets a base image that is available anyway.
    ...(target === 'app' && !buildx ? pairs('--build-arg', { K6_IMAGE: nodeImage }) : []),
    ...pairs('--label', { [inputsLabel]: inputs }),
    '.',
  ];
};
