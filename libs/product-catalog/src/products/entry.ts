import type { Look } from '../pictures/scene';

/** A product as it is written down: its id comes from its name, its category from its file. */
export interface Entry {
  name: string;
  description: string;
  /** In EUR. */
  cents: number;
  look: Look;
}
