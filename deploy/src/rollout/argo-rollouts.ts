import { setTimeout as delay } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';

/** The kind of Argo Rollouts, as kubectl takes it. */
export const rolloutKind = 'rollouts.argoproj.io';

const Text = Type.Optional(Type.String());

/** What Argo's controller says of a Rollout. */
export const Rollout = Type.Object({
  metadata: Type.Object({ generation: Type.Integer() }),
  status: Type.Optional(
    Type.Object({
      observedGeneration: Text,
      phase: Text,
      message: Text,
      stableRS: Text,
      currentPodHash: Text,
      abort: Type.Optional(Type.Boolean()),
    }),
  ),
});
export type Rollout = Static<typeof Rollout>;

/** How the newest version of a Rollout ended. */
export interface RolloutOutcome {
  /** Whether all pods have it; else it was taken back. */
  promoted: boolean;
  words: string;
}

const isObserved = ({ metadata, status }: Rollout): boolean =>
  status?.observedGeneration === String(metadata.generation);

/** Undefined while the newest version gets its share of the pods, or the controller has not seen it. */
export const outcomeOf = (rollout: Rollout): RolloutOutcome | undefined => {
  const { status } = rollout;
  if (!status || !isObserved(rollout)) return undefined;
  const { phase, stableRS, currentPodHash, message: words = '' } = status;
  if (status.abort) return { promoted: false, words };
  const promoted = phase === 'Healthy' && stableRS === currentPodHash;
  return promoted ? { promoted, words } : undefined;
};

type Kubectl = (...args: readonly string[]) => Promise<string>;

interface Waiting {
  seconds: number;
  /** Whether the version is to get all pods at once, without steps and analysis. */
  atOnce: boolean;
}

/** Waits until all pods of a Rollout have its newest version. Throws a ClusterError if they do not get it. */
export const untilReleased = async (
  kubectl: Kubectl,
  name: string,
  { seconds, atOnce }: Waiting,
): Promise<void> => {
  const deadline = performance.now() + seconds * 1000;
  let isPromoted = !atOnce;
  for (;;) {
    const printed = await kubectl('get', rolloutKind, name, '--output', 'json');
    const rollout = readJson(`kubectl get ${rolloutKind}`, Rollout, printed);
    const { promoted, words } = outcomeOf(rollout) ?? {};
    if (promoted) return;
    if (promoted === false)
      throw new ClusterError(`Argo Rollouts has taken ${name} back: ${words}`);
    const { phase = 'not seen by its controller', message } = rollout.status ?? {};
    if (performance.now() > deadline)
      throw new ClusterError(
        `${name} was not released within ${seconds} s: ${[phase, message].filter(Boolean).join(', ')}`,
      );
    if (!isPromoted && isObserved(rollout)) {
      await promoteFully(kubectl, name);
      isPromoted = true;
    }
    await delay(500);
  }
};

/** As `kubectl argo rollouts promote --full` does. */
const promoteFully = (kubectl: Kubectl, name: string): Promise<string> =>
  kubectl(
    ...['patch', rolloutKind, name, '--subresource', 'status', '--type', 'merge'],
    ...['--patch', '{"status":{"promoteFull":true}}'],
  );
