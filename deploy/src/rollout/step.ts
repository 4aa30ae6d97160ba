/** How the descriptions of revisions begin: of a deployment, and of a step of a canary on the way to one. */
export const marks = { deployed: 'Deployed ', canary: 'Canary ' };

/** A revision of a release that a command makes. */
export interface Step {
  mark: keyof typeof marks;
  /** What changes. */
  what: string;
}

/** The description of a step in the history of the release. */
export const descriptionOf = ({ mark, what }: Step): string => `${marks[mark]}${what}`;
