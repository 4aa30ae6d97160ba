import { serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { containersOf, everything, isOurs, podsOf } from './pods';
import { missing, only, render } from './render';

const why = missing('helm');

describe.skipIf(why)(`a cluster that assigns user ids${why ? ` (skipped: ${why})` : ''}`, () => {
  it.each([
    ['by a value', { ...everything, set: ['fixedUserIds=false'] }],
    ['by being OpenShift', { ...everything, apis: ['security.openshift.io/v1'] }],
  ])('is left to choose them, %s', (_, options) => {
    for (const { name, pod } of podsOf(render(options)).filter(isOurs)) {
      expect(pod.spec.securityContext, name).toMatchObject({ runAsNonRoot: true });
      for (const id of ['runAsUser', 'runAsGroup', 'fsGroup'])
        expect(pod.spec.securityContext, name).not.toHaveProperty(id);
    }
  });

  it('allows any security setting to be removed by null, and others to be added', () => {
    const podSecurityContext = { runAsUser: null, fsGroup: 1000650000, supplementalGroups: [5] };
    const values = { podDefaults: { podSecurityContext, securityContext: { privileged: false } } };
    for (const { name, pod } of podsOf(render({ ...everything, values })).filter(isOurs)) {
      expect(pod.spec.securityContext, name).not.toHaveProperty('runAsUser');
      expect(pod.spec.securityContext, name).toMatchObject({
        fsGroup: 1000650000,
        supplementalGroups: [5],
      });
      for (const { securityContext } of containersOf(pod))
        expect(securityContext, name).toMatchObject({ privileged: false });
    }
  });
});

describe.skipIf(why)(`pods with settings from the values${why ? ` (skipped: ${why})` : ''}`, () => {
  const placement = {
    nodeSelector: { pool: 'demo' },
    tolerations: [{ key: 'demo', operator: 'Exists' }],
    affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: {} } },
    topologySpreadConstraints: [
      { maxSkew: 2, topologyKey: 'rack', whenUnsatisfiable: 'DoNotSchedule' },
    ],
    priorityClassName: 'low',
  };

  it('have the node selector, tolerations and priority in the values', () => {
    for (const { name, pod } of podsOf(
      render({ ...everything, values: { podDefaults: placement } }),
    ).filter(isOurs)) {
      const { nodeSelector, ...others } = placement;
      expect(pod.spec, name).toMatchObject(others);
      expect(pod.spec.nodeSelector, name).toMatchObject(nodeSelector);
    }
  });

  it('have the labels, annotations and volumes in the values, and so do Services', () => {
    const volume = { name: 'ca', configMap: { name: 'company-ca' } };
    const mount = { name: 'ca', mountPath: '/etc/company' };
    const podDefaults = {
      podLabels: { team: 'shop' },
      podAnnotations: { 'example.com/cost': 'demo' },
      serviceLabels: { team: 'shop' },
      serviceAnnotations: { 'example.com/cost': 'demo' },
      extraVolumes: [volume],
      extraVolumeMounts: [mount],
    };
    const commonLabels = { 'example.com/owner': 'platform' };
    const values = { podDefaults, commonLabels };
    const manifests = render({ ...everything, values });
    for (const { name, pod } of podsOf(manifests).filter(isOurs)) {
      expect(pod.metadata.labels, name).toMatchObject({ 'example.com/owner': 'platform' });
      // The pod of `helm test` is itself the object.
      if (!name.endsWith('-smoke'))
        expect(pod.metadata.annotations, name).toMatchObject({ 'example.com/cost': 'demo' });
      expect(pod.metadata.labels, name).toMatchObject({ team: 'shop' });
      expect(pod.spec.volumes, name).toContainEqual(volume);
      for (const { volumeMounts } of containersOf(pod))
        expect(volumeMounts, name).toContainEqual(mount);
    }
    for (const { kind, metadata } of manifests) {
      expect(metadata.labels, `${kind} ${metadata.name}`).toMatchObject(commonLabels);
      if (kind === 'Service' && !metadata.name.endsWith('-lgtm')) {
        expect(metadata.labels).toMatchObject({ team: 'shop' });
        expect(metadata.annotations).toMatchObject({ 'example.com/cost': 'demo' });
      }
    }
  });

  it('use an existing ServiceAccount', () => {
    const serviceAccount = { create: false, name: 'shop' };
    const manifests = render({ ...everything, values: { podDefaults: { serviceAccount } } });
    const accounts = manifests.filter(({ kind }) => kind === 'ServiceAccount');
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(['faultline-lgtm']);
    for (const { pod } of podsOf(manifests).filter(isOurs))
      expect(pod.spec.serviceAccountName).toBe('shop');
    expect(only(manifests, 'RoleBinding', 'faultline-faults')).toMatchObject({
      subjects: [{ name: 'shop' }],
    });
  });

  it('share a ServiceAccount with a name, which is created once', () => {
    const values = { podDefaults: { serviceAccount: { name: 'shop' } } };
    const accounts = render({ values }).filter(({ kind }) => kind === 'ServiceAccount');
    expect(accounts.map(({ metadata }) => metadata.name)).toEqual(['shop']);
  });

  it('are behind dual-stack Services, or IPv6 only', () => {
    const values = { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] };
    for (const { kind, metadata, spec } of render({ ...everything, values }))
      if (kind === 'Service' && !metadata.name.endsWith('-pods'))
        expect(spec).toMatchObject(values);
  });

  it('are scraped once: by one address of each', () => {
    const values = { ipFamilyPolicy: 'PreferDualStack', ipFamilies: ['IPv6', 'IPv4'] };
    const manifests = render({ ...everything, values });
    for (const name of serviceNames)
      expect(only(manifests, 'Service', `faultline-${name}-pods`).spec).toMatchObject({
        ipFamilyPolicy: 'SingleStack',
        ipFamilies: ['IPv6'],
      });
  });

  it('serve metrics and profiles to nobody if metricsFrom is empty', () => {
    const values = { networkPolicy: { enabled: true, metricsFrom: [] } };
    const policies = render({ values }).filter(({ kind }) => kind === 'NetworkPolicy');
    expect(JSON.stringify(policies)).not.toContain('9090');
  });
});
