import { parseArgs } from 'node:util';
import { closest } from 'fastest-levenshtein';
import { ImagesUsageError } from './errors';
import { type ImageName, imageNames, isImageName } from './image';

export const imagesUsage = `npm run images [-- options]   builds the images that changed

--only NAME[,NAME]       of ${imageNames.join(', ')}
--tag TAG                else the version
--version VERSION        what the images call themselves; else the version of package.json
--registry ADDRESS       a prefix instead of faultline: ADDRESS/cart:TAG
--push                   pushes them
--platform NAME[,NAME]   of linux/amd64, linux/arm64; needs docker buildx, and --push for several
--network NAME           the network of the steps of a build, such as host

Exit codes: 0 done, 1 a build failed or there is no docker, 2 what was typed is wrong.`;

const platforms = ['linux/amd64', 'linux/arm64'] as const;
export type Platform = (typeof platforms)[number];

export interface ImagesCommand {
  help: boolean;
  images: readonly ImageName[];
  tag: string | undefined;
  version: string | undefined;
  /** What stands before the slash of an image's name. */
  prefix: string;
  push: boolean;
  /** None: the engine's own. */
  platforms: readonly Platform[];
  network: string | undefined;
}

const options = {
  only: { type: 'string', multiple: true },
  tag: { type: 'string' },
  version: { type: 'string' },
  registry: { type: 'string' },
  push: { type: 'boolean' },
  platform: { type: 'string', multiple: true },
  network: { type: 'string' },
  help: { type: 'boolean' },
} as const;

const parse = (words: readonly string[]) => {
  try {
    return parseArgs({ args: [...words], options }).values;
  } catch (error) {
    throw new ImagesUsageError(error instanceof Error ? error.message : String(error));
  }
};

/** The words of an option that may be repeated, and may hold several between commas. */
const listOf = (texts: readonly string[] = []): readonly string[] =>
  texts.flatMap((text) => text.split(',').map((word) => word.trim()));

const imageOf = (text: string): ImageName => {
  if (isImageName(text)) return text;
  throw new ImagesUsageError(
    `--only: there is no image ${text}. Did you mean ${closest(text, [...imageNames])}? There are ${imageNames.join(', ')}`,
  );
};

const platformOf = (text: string): Platform => {
  const platform = platforms.find((known) => known === text);
  if (platform) return platform;
  throw new ImagesUsageError(`--platform must be of ${platforms.join(', ')}, not ${text}`);
};

/** What a tag may be, and a version, which is a tag by default. */
const checkTag = (option: string, text: string | undefined): void => {
  if (text !== undefined && !/^\w[\w.-]{0,127}$/.test(text))
    throw new ImagesUsageError(`--${option} must be letters, digits and . _ -, not ${text}`);
};

const checkRegistry = (text: string): void => {
  if (!/^[a-z0-9][\w.-]*(:\d+)?(\/[a-z0-9][\w.-]*)*$/.test(text))
    throw new ImagesUsageError(
      `--registry must be like registry.example.com/shop, not ${text || 'empty'}`,
    );
};

/** Reads a command line. Throws an ImagesUsageError. */
export const parseImagesCommand = (words: readonly string[]): ImagesCommand => {
  const { only, tag, version, registry, push = false, platform, network, help } = parse(words);
  checkTag('tag', tag);
  checkTag('version', version);
  if (registry !== undefined) checkRegistry(registry);
  const wanted = listOf(only).map(imageOf);
  const chosen = [...new Set(listOf(platform).map(platformOf))];
  if (chosen.length > 1 && !push)
    throw new ImagesUsageError(
      '--platform with several needs --push: an engine keeps images of one platform',
    );
  return {
    help: help === true,
    images: only ? imageNames.filter((name) => wanted.includes(name)) : imageNames,
    tag,
    version,
    prefix: registry ?? 'faultline',
    push,
    platforms: chosen,
    network,
  };
};
