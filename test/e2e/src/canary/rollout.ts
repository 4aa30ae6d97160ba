import { setTimeout as delay } from 'node:timers/promises';
import { outcomeOf, Rollout, type RolloutOutcome } from '@faultline/deploy';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import type { Release } from '../cluster/release';

const Pods = Type.Object({ items: Type.Array(Type.Unknown()) });

/** What is released by Argo in a release of the chart. */
export interface Rollouts {
  /** Waits until a release has ended: all pods have the new version, or it is rolled back and the last of its pods is gone. */
  ended(service: string, version: string, seconds: number): Promise<RolloutOutcome>;
}

/** Reads Rollouts through the API of the cluster. */
export const rolloutsOf = (api: string, { namespace }: Release): Rollouts => {
  const read = async (path: string): Promise<unknown> => (await fetch(`${api}${path}`)).json();

  const rolloutOf = async (service: string): Promise<Rollout> => {
    const path = `/apis/argoproj.io/v1alpha1/namespaces/${namespace}/rollouts/faultline-${service}`;
    return Parse(Rollout, await read(path));
  };

  /** How many pods of a version there are; one that leaves still serves for a while. */
  const podsOf = async (service: string, version: string): Promise<number> => {
    const labels = `app.kubernetes.io/component=${service},app.kubernetes.io/version=${version}`;
    const path = `/api/v1/namespaces/${namespace}/pods?labelSelector=${encodeURIComponent(labels)}`;
    return Parse(Pods, await read(path)).items.length;
  };

  const ended: Rollouts['ended'] = async (service, version, seconds) => {
    const deadline = performance.now() + seconds * 1000;
    let last: Rollout | undefined;
    while (performance.now() < deadline) {
      last = await rolloutOf(service);
      const outcome = outcomeOf(last);
      if (outcome?.promoted || (outcome && (await podsOf(service, version)) === 0)) return outcome;
      await delay(250);
    }
    throw new Error(`${service} was still in its release: ${JSON.stringify(last)}`);
  };

  return { ended };
};
