import { setTimeout as delay } from 'node:timers/promises';
import { type Static, Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { Release } from '../cluster/release';

const Text = Type.Optional(Type.String());
const Rollout = Type.Object({
  metadata: Type.Object({ generation: Type.Integer() }),
  status: Type.Optional(
    Type.Object({
      observedGeneration: Text,
      phase: Text,
      message: Text,
      stableRS: Text,
      currentPodHash: Text,
      updatedReplicas: Type.Optional(Type.Integer()),
      abort: Type.Optional(Type.Boolean()),
    }),
  ),
});
type Status = NonNullable<Static<typeof Rollout>['status']>;

const Pods = Type.Object({ items: Type.Array(Type.Unknown()) });

/** Reads Rollouts through the API of the cluster. */
export const rolloutsOf = (api: string, { namespace }: Release) => {
  const read = async (path: string): Promise<unknown> => (await fetch(`${api}${path}`)).json();

  /** What Argo says of a service; undefined while it has not looked at the newest values. */
  const statusOf = async (service: string): Promise<Status | undefined> => {
    const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts/faultline-${service}`;
    const { metadata, status } = Parse(Rollout, await read(path));
    return status?.observedGeneration === String(metadata.generation) ? status : undefined;
  };

  /** How many pods of a version there are; one that leaves still serves for a while. */
  const podsOf = async (service: string, version: string): Promise<number> => {
    const labels = `app.kubernetes.io/component=${service},app.kubernetes.io/version=${version}`;
    const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(labels)}`;
    return Parse(Pods, await read(path)).items.length;
  };

  /** Waits until a release has ended: all pods have the new version, or it is taken back and the last of its pods is gone. */
  const ended = async (service: string, version: string, seconds: number) => {
    const deadline = performance.now() + seconds * 1000;
    let last: Status | undefined;
    while (performance.now() < deadline) {
      const status = await statusOf(service);
      last = status ?? last;
      const isStable = status?.stableRS === status?.currentPodHash;
      if (status?.phase === 'Healthy' && isStable)
        return { promoted: true, words: status.message ?? '' };
      if (status?.abort && (await podsOf(service, version)) === 0)
        return { promoted: false, words: status.message ?? '' };
      await delay(250);
    }
    throw new Error(`${service} was still in its release: ${JSON.stringify(last)}`);
  };

  return { ended };
};
