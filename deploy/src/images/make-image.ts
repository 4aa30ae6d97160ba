import { build, findImage, findLabelled, pull, push, tag } from './docker';
import { imageSpec } from './image';
import { buildArguments, type ImageBuild, inputsLabel, isKept } from './image-build';
import { inputsOf } from './inputs';

export interface MadeImage {
  reference: string;
  /** How it came to be: built now, or there before under this name or another. */
  outcome: 'built' | 'current' | 'tagged';
  seconds: number;
  /** What it adds to the image that it stands on; undefined where the engine does not keep it. */
  bytesOverBase: number | undefined;
}

export interface Making {
  workspace: string;
  buildx: boolean;
  /** Hears of each build before it starts. */
  onBuild: (reference: string) => void;
}

/** The image that an image stands on, which the engine fetches when it lacks it. */
const baseOf = async (reference: string) => {
  const here = await findImage(reference);
  if (here) return here;
  await pull(reference);
  return findImage(reference);
};

const outcomeOf = async (imageBuild: ImageBuild, making: Making) => {
  const { reference, inputs } = imageBuild;
  if (isKept(imageBuild)) {
    if ((await findImage(reference))?.labels[inputsLabel] === inputs) return 'current';
    const same = await findLabelled(`${inputsLabel}=${inputs}`);
    if (same) {
      await tag(same, reference);
      return 'tagged';
    }
  }
  making.onBuild(reference);
  await build(reference, buildArguments(imageBuild, making.buildx), making);
  return 'built';
};

/** Makes an image, unless one of the same inputs is there, and pushes it if it is to be. */
export const makeImage = async (
  imageBuild: Omit<ImageBuild, 'inputs'> & { push: boolean },
  making: Making,
): Promise<MadeImage> => {
  const startedAt = performance.now();
  const { name, reference, version, platforms } = imageBuild;
  const base = await baseOf(imageSpec(name).base);
  const inputs = await inputsOf(making.workspace, name, {
    version,
    platforms,
    base: base?.id ?? '',
  });
  const outcome = await outcomeOf({ ...imageBuild, inputs }, making);
  const image = isKept(imageBuild) ? await findImage(reference) : undefined;
  if (imageBuild.push && image) await push(reference);
  return {
    reference,
    outcome,
    seconds: (performance.now() - startedAt) / 1000,
    bytesOverBase: image && base ? image.bytes - base.bytes : undefined,
  };
};
