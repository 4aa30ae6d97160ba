import type { ImagesCommand } from './arguments';
import { engineObstacle, hasBuildx } from './docker';
import { ImagesError } from './errors';
import { type MadeImage, makeImage } from './make-image';
import { renderImages } from './report';
import { revisionOf, workspaceVersion } from './version';

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

/** Makes the images of a command, as far as they changed, and says so. Throws an ImagesError. */
export const makeImages = async (command: ImagesCommand, workspace: string): Promise<void> => {
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
