import { writeFile } from 'node:fs/promises';
import { changesSince } from '../rollout/changes';
import type { ImagesCommand } from './arguments';
import { engineObstacle, hasBuildx } from './docker';
import { ImagesError } from './errors';
import type { ImageName } from './image';
import { type MadeImage, makeImage } from './make-image';
import { renderImages } from './report';
import { revisionOf, workspaceVersion } from './version';

const outcomes = { built: 'is built', current: 'is current', tagged: 'is current, tagged anew' };

/** Finds the builder; throws an ImagesError if there is none. */
const builder = async ({ platforms }: ImagesCommand): Promise<{ buildx: boolean }> => {
  const obstacle = await engineObstacle();
  if (obstacle) throw new ImagesError(obstacle);
  const buildx = await hasBuildx();
  if (platforms.length > 0 && !buildx)
    throw new ImagesError('--platform needs docker buildx, which this docker does not have');
  return { buildx };
};

/** The images that are asked for; all of them, if git does not know the commit since which they have changed. */
const imagesOf = async (
  { images, since }: ImagesCommand,
  workspace: string,
): Promise<readonly ImageName[]> => {
  const changes = since === undefined ? undefined : await changesSince(workspace, since);
  const chosen = changes ? images.filter((name) => changes.images.has(name)) : images;
  if (chosen.length === 0) console.log(`No image differs from ${since}`);
  return chosen;
};

/** Builds the changed images of a command, and reports them. Throws an ImagesError. */
export const makeImages = async (command: ImagesCommand, workspace: string): Promise<void> => {
  const { buildx } = await builder(command);
  const version = command.version ?? workspaceVersion(workspace);
  const revision = await revisionOf(workspace);
  const made: MadeImage[] = [];
  const digests = new Map<string, string>();
  try {
    for (const name of await imagesOf(command, workspace)) {
      const reference = `${command.prefix}/${name}:${command.tag ?? version}`;
      const image = await makeImage(
        { ...command, name, reference, version, revision },
        { workspace, buildx, onBuild: (reference) => console.log(`building ${reference}`) },
      );
      console.log(`${name} ${outcomes[image.outcome]}`);
      made.push(image);
      if (image.digest) digests.set(name, image.digest);
    }
  } finally {
    // Also reports the images before a failed one.
    if (made.length > 0) console.log(`\n${renderImages(made)}`);
  }
  if (command.digests)
    await writeFile(
      command.digests,
      `${JSON.stringify(Object.fromEntries(digests), undefined, 2)}\n`,
    );
};
