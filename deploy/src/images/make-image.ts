import { build, digestOf, findImage, findLabelled, pull, push, tag } from './docker';
import { imageSpec } from './image';
import { buildArguments, type ImageBuild, inputsLabel, isKept } from './image-build';
import { inputsOf } from './inputs';

export interface MadeImage {
  reference: string;
  /** The result: built, existing, or existing under another name. */
  outcome: 'built' | 'current' | 'tagged';
  seconds: number;
  /** Its size without the base image; undefined if the engine does not keep it. */
  bytesOverBase: number | undefined;
  /** Undefined if it was not pushed. */
  digest: string | undefined;
}

interface Pushable {
  push: boolean;
}

export interface Making {
  workspace: string;
  buildx: boolean;
  /** Called before each build. */
  onBuild: (reference: string) => void;
}

/** The base image, which the engine pulls if it is missing. */
const baseOf = async (reference: string) => {
  const here = await findImage(reference);
  if (here) return here;
  await pull(reference);
  return findImage(reference);
};

/** In a pipeline, an engine may have images of jobs that must not push, such as a pull request's, with any label. */
const mayReuse = ({ push }: Pushable): boolean => !(push && process.env.CI);

const outcomeOf = async (imageBuild: ImageBuild & Pushable, making: Making) => {
  const { reference, inputs } = imageBuild;
  if (isKept(imageBuild) && mayReuse(imageBuild)) {
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

/** Builds an image unless one with the same inputs exists that may be used, and pushes it if requested. */
export const makeImage = async (
  imageBuild: Omit<ImageBuild, 'inputs'> & Pushable,
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
    digest: imageBuild.push ? await digestOf(reference, image !== undefined) : undefined,
    outcome,
    seconds: (performance.now() - startedAt) / 1000,
    bytesOverBase: image && base ? image.bytes - base.bytes : undefined,
  };
};
