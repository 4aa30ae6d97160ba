/** The time slider shows what is kept, and at least this many milliseconds. */
const shortest = 10 * 60_000;

interface Known {
  now: number;
  keptSince: number | undefined;
  /** What a console without a shop shows. */
  bundle: { from: number; to: number } | undefined;
}

/** The time that the slider shows: that of a bundle, or from the oldest moment that can be shown to the present. */
export const sliderRange = ({
  now,
  keptSince = now,
  bundle,
}: Known): { from: number; to: number } =>
  bundle ?? { from: Math.min(keptSince, now - shortest), to: now };
