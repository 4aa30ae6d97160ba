import type { Scratch } from '../scratch';

/** Something that a developer adds to the workspace, in a copy of it. */
export interface Addition {
  name: string;
  /** Adds it and checks what it took. */
  add(scratch: Scratch): void;
}
