import {
  InvalidArgumentError,
  list,
  Option,
  oneOf,
  program,
  UsageError,
} from '@faultline/command-line';
import { type ImageName, imageNames } from './image';

const platforms = ['linux/amd64', 'linux/arm64'] as const;
export type Platform = (typeof platforms)[number];

export interface ImagesCommand {
  images: readonly ImageName[];
  /** Only images that differ from this commit. */
  since: string | undefined;
  tag: string | undefined;
  version: string | undefined;
  /** The part of an image's name before the slash. */
  prefix: string;
  push: boolean;
  /** The file to write the digests of the pushed images to. */
  digests: string | undefined;
  /** If empty, the engine's own platform. */
  platforms: readonly Platform[];
  network: string | undefined;
}

const matching =
  (pattern: RegExp, what: string) =>
  (text: string): string => {
    if (pattern.test(text)) return text;
    throw new InvalidArgumentError(`It must be ${what}`);
  };

/** The format of a tag, and of a version, which is the default tag. */
const tagOf = matching(/^\w[\w.-]{0,127}$/, 'letters, digits and . _ -');
const registryOf = matching(
  /^[a-z0-9][\w.-]*(:\d+)?(\/[a-z0-9][\w.-]*)*$/,
  'like registry.example.com/shop',
);

/** Reads a command line. Throws a UsageError, or HelpAsked. */
export const parseImagesCommand = (words: readonly string[]): ImagesCommand => {
  const typed = program('npm run images --', 'Builds the images that changed.')
    .option('--only <names>', `of ${imageNames.join(', ')}`, list(oneOf('image', imageNames)))
    .option('--since <commit>', 'only those that differ from a commit')
    .option('--tag <tag>', 'else the version', tagOf)
    .option(
      '--version <version>',
      'what the images call themselves; else the version of package.json',
      tagOf,
    )
    .option(
      '--registry <address>',
      'a prefix instead of faultline: ADDRESS/cart:TAG',
      registryOf,
      'faultline',
    )
    .option('--push', 'push them', false)
    .option(
      '--digests <file>',
      'where to write the digests of the pushed images, for npm run deploy',
    )
    .option(
      '--platform <names>',
      `of ${platforms.join(', ')}; needs docker buildx, and --push for several`,
      list(oneOf('platform', platforms)),
    )
    .addOption(
      new Option('--network <name>', 'the network of the steps of a build, such as host').env(
        'IMAGES_NETWORK',
      ),
    )
    .addHelpText(
      'after',
      '\nExit codes: 0 done, 1 a build failed or there is no docker, 2 what was typed is wrong.',
    )
    .parse(words, { from: 'user' })
    .opts();
  const { only, since, tag, version, registry, push, digests, platform = [], network } = typed;
  if (digests !== undefined && !push)
    throw new UsageError('--digests needs --push: an image has its digest from a registry');
  const chosen = [...new Set(platform)];
  if (chosen.length > 1 && !push)
    throw new UsageError(
      '--platform with several needs --push: an engine keeps images of one platform',
    );
  return {
    images: imageNames.filter((name) => only?.includes(name) ?? true),
    since,
    tag,
    version,
    prefix: registry,
    push,
    digests,
    platforms: chosen,
    network,
  };
};
