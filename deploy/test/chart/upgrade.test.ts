import { storeNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { type Manifest, missing, only, render } from './render';
import { renderUpgrade } from './upgrade';

const why = missing('helm');

const storesIn = (manifests: readonly Manifest[]): Manifest[] =>
  manifests.filter(({ kind }) => kind === 'StatefulSet');

const policiesOf = (manifests: readonly Manifest[]): unknown[] =>
  storesIn(manifests).map(({ spec }) => spec.podManagementPolicy);

describe.skipIf(why)(`an upgrade${why ? ` (skipped: ${why})` : ''}`, () => {
  it('replaces the pod of a store that is not ready, unlike OrderedReady', () => {
    expect(policiesOf(render())).toEqual(storeNames.map(() => 'Parallel'));
  });

  it.each(['OrderedReady', 'Parallel'])(
    'leaves what cannot change of a store as it is: %s',
    async (podManagementPolicy) => {
      const before = storesIn(render()).map((store) => ({
        ...store,
        spec: { ...store.spec, podManagementPolicy },
      }));
      expect(policiesOf(await renderUpgrade(before))).toEqual(
        storeNames.map(() => podManagementPolicy),
      );
    },
  );

  it("limits the hook that takes the replicas over from the autoscaler to helm's own timeout", async () => {
    const values = {
      services: { 'api-gateway': { autoscaling: { enabled: true } } },
      faults: { apiGatewayDown: true },
    };
    const role = only(render({ values }), 'Role', 'faultline-api-gateway-restore');
    const hook = only(
      await renderUpgrade([role], { values }),
      'Job',
      'faultline-api-gateway-take-over',
    );
    expect(hook.spec.activeDeadlineSeconds).toBe(300);
  });
});
