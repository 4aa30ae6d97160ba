import { ClusterError } from '../cluster/programs';

/** The weights in percent that a number of pods can give: one pod of the new version, two, and so on. */
const possibleWeights = (pods: number): readonly number[] => [
  ...new Set(
    Array.from({ length: Math.max(0, pods - 1) }, (_, index) =>
      Math.round((100 * (index + 1)) / pods),
    ),
  ),
];

/** Each weight is a revision, and helm must keep the one before the first. */
const maxWeights = 40;

/** How many of a service's pods each weight in percent is. Throws a ClusterError if they cannot give it. */
export const podsOfWeights = (weights: readonly number[], pods: number): readonly number[] => {
  if (weights.length > maxWeights)
    throw new ClusterError(`--weights: there may be at most ${maxWeights}`);
  const possible = possibleWeights(pods);
  const bad = weights.find((weight) => !possible.includes(weight));
  if (bad !== undefined) {
    const instead =
      possible.length > 0 ? `they can give ${possible.join(', ')}` : 'at least 2 are needed';
    throw new ClusterError(
      `--weights: ${bad} % cannot be given by ${pods} ${pods === 1 ? 'pod' : 'pods'}; ${instead}`,
    );
  }
  return weights.map((weight) => Math.round((weight * pods) / 100));
};
