import { setTimeout as delay } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { ClusterError } from '../cluster/programs';
import { readJson } from '../read-json';

/** The kind of Argo Rollouts, as kubectl takes it. */
export const rolloutKind = 'rollouts.argoproj.io';

const Text = Type.Optional(Type.String());

/** What Argo's controller says of a Rollout. */
export const Rollout = Type.Object({
  metadata: Type.Object({ name: Type.String(), generation: Type.Integer() }),
  spec: Type.Object({ template: Type.Unknown() }),
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
const Rollouts = Type.Object({ items: Type.Array(Rollout) });

/** How the newest version of a Rollout ended. */
export interface RolloutOutcome {
  /** Whether all pods have it; else it was rolled back. */
  promoted: boolean;
  words: string;
}

const isObserved = ({ metadata, status }: Rollout): boolean =>
  status?.observedGeneration === String(metadata.generation);

/** Whether the version that should run is the one that was released last, also while pods start. */
export const isStable = ({ status }: Rollout): boolean =>
  status?.stableRS !== undefined && status.stableRS === status.currentPodHash;

/** Undefined while the newest version gets its share of the pods, or the controller has not seen it. */
export const outcomeOf = (rollout: Rollout): RolloutOutcome | undefined => {
  const { status } = rollout;
  if (!status || !isObserved(rollout)) return undefined;
  const { phase, message: words = '' } = status;
  if (status.abort) return { promoted: false, words };
  const promoted = phase === 'Healthy' && isStable(rollout);
  return promoted ? { promoted, words } : undefined;
};

type Kubectl = (...args: readonly string[]) => Promise<string>;

export const listRollouts = async (
  kubectl: Kubectl,
  labels: string,
): Promise<readonly Rollout[]> => {
  const printed = await kubectl('get', rolloutKind, '--selector', labels, '--output', 'json');
  return readJson(`kubectl get ${rolloutKind}`, Rollouts, printed).items;
};

interface Waiting {
  seconds: number;
  signal?: AbortSignal;
}

/** Waits until `read` finds a value in a Rollout. Throws a ClusterError if it does not in time. */
const until = async <Value>(
  kubectl: Kubectl,
  name: string,
  { seconds, ...options }: Waiting,
  read: (rollout: Rollout) => Value | undefined,
): Promise<Value> => {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const printed = await kubectl('get', rolloutKind, name, '--output', 'json');
    const rollout = readJson(`kubectl get ${rolloutKind}`, Rollout, printed);
    const value = read(rollout);
    if (value !== undefined) return value;
    const { phase = 'not seen by its controller', message } = rollout.status ?? {};
    if (performance.now() > deadline)
      throw new ClusterError(
        `${name} was not released within ${seconds} s: ${[phase, message].filter(Boolean).join(', ')}`,
      );
    await delay(500, undefined, options);
  }
};

/** Waits until all pods of a Rollout have its newest version. Throws a ClusterError if they do not get it. */
export const untilReleased = async (
  kubectl: Kubectl,
  name: string,
  waiting: Waiting,
): Promise<void> => {
  const { promoted, words } = await until(kubectl, name, waiting, outcomeOf);
  if (!promoted) throw new ClusterError(`Argo Rollouts has taken ${name} back: ${words}`);
};

/** Gives all pods of a Rollout its newest version at once, without steps and analysis. Throws a ClusterError. */
export const releaseAtOnce = async (
  kubectl: Kubectl,
  name: string,
  waiting: Waiting,
): Promise<void> => {
  await patchOnceSeen(kubectl, name, waiting, { promoteFull: true });
  await untilReleased(kubectl, name, waiting);
};

/** Leaves all pods of a Rollout to the version before its newest, which has not been judged. Throws a ClusterError. */
export const keepStable = (kubectl: Kubectl, name: string, waiting: Waiting): Promise<void> =>
  patchOnceSeen(kubectl, name, waiting, { abort: true });

/** The controller forgets the patch of a version before the one that it sees. */
const patchOnceSeen = async (
  kubectl: Kubectl,
  name: string,
  waiting: Waiting,
  patch: StatusPatch,
): Promise<void> => {
  const seen = await until(kubectl, name, waiting, (each) => (isObserved(each) ? each : undefined));
  if (!isStable(seen)) await patchStatus(kubectl, name, patch);
};

interface StatusPatch {
  abort?: boolean;
  promoteFull?: boolean;
}

/** As the commands abort, retry and promote --full of `kubectl argo rollouts` do. */
export const patchStatus = (kubectl: Kubectl, name: string, status: StatusPatch): Promise<string> =>
  kubectl(
    ...['patch', rolloutKind, name, '--subresource', 'status', '--type', 'merge'],
    ...['--patch', JSON.stringify({ status })],
  );
