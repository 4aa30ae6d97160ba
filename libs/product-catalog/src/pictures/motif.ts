import type { Tone } from './colours';

/** What a motif is drawn with. */
export interface Palette {
  main: Tone;
  accent: Tone;
  /** A paint for the motif's largest surface, when it has a pattern. */
  pattern: string | undefined;
}

/** The kind of thing a product is, as the elements of an SVG, back to front. */
export type Motif = (palette: Palette) => readonly string[];

/** A thing stands on a floor, hangs on a wall or from a ceiling, or lies seen from above. */
export type Pose = 'standing' | 'hanging' | 'lying';

export interface PosedMotif {
  pose: Pose;
  draw: Motif;
}

export const standing = (draw: Motif): PosedMotif => ({ pose: 'standing', draw });
export const hanging = (draw: Motif): PosedMotif => ({ pose: 'hanging', draw });
export const lying = (draw: Motif): PosedMotif => ({ pose: 'lying', draw });
