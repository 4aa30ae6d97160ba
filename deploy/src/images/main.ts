import { resolve } from 'node:path';
import { type ImagesCommand, imagesUsage, parseImagesCommand } from './arguments';
import { engineObstacle, hasBuildx } from './docker';
import { ImagesError, ImagesUsageError } from './errors';
import { type MadeImage, makeImage } from './make-image';
import { renderImages } from './report';
import { revisionOf, workspaceVersion } from './version';

// `npm run images [-- options]`: the images of the services and of the load, as far as they changed.

const workspace = resolve(__dirname, '../../..');

const outcomes = { built: 'is built', current: 'is current', tagged: 'is current, tagged anew' };

/** With what to build; throws an ImagesError when there is nothing that could. */
const builder = async ({ platforms }: ImagesCommand): Promise<{ buildx: boolean }> => {
  const obstacle = await engineObstacle();
  if (obstacle) throw new ImagesError(obstacle);
  const buildx = await hasBuildx();
  if (platforms.length > 0 && !buildx)
    throw new ImagesError('--platform needs docker buildx, which this docker does not have');
  return { buildx };
};

const makeAll = async (command: ImagesCommand): Promise<void> => {
  const { buildx } = await builder(command);
  const version = command.version ?? workspaceVersion(workspace);
  const revision = await revisionOf(workspace);
  const made: MadeImage[] = [];
  try {
    for (const name of command.images) {
      const reference = `${command.prefix}/${name}:${command.tag ?? version}`;
      const image = await makeImage(
        { ...command, name, reference, version, revision },
        { workspace, buildx, onBuild: (reference) => console.log(`building ${reference}`) },
      );
      console.log(`${name} ${outcomes[image.outcome]}`);
      made.push(image);
    }
  } finally {
    // Also of those before one that failed.
    if (made.length > 0) console.log(`\n${renderImages(made)}`);
  }
};

const main = async (words: readonly string[]): Promise<number> => {
  try {
    const command = parseImagesCommand(words);
    if (command.help) console.log(imagesUsage);
    else await makeAll(command);
    return 0;
  } catch (error) {
    if (error instanceof ImagesUsageError) {
      console.error(error.message);
      return 2;
    }
    console.error(error instanceof ImagesError ? error.message : error);
    return 1;
  }
};

main(process.argv.slice(2)).then((code) => process.exit(code));
