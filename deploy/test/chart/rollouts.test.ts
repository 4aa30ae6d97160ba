import { canaryChecks } from '@faultline/slo';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { onlyPod, variablesOf } from './pods';
import { combinations, missing, only, ownSecrets, refusal, render } from './render';

const why = missing('helm');
const file = combinations.get('canary') ?? '';
const prometheusUrl = 'http://prometheus:9090';

const Steps = Type.Object({
  strategy: Type.Object({ canary: Type.Object({ steps: Type.Array(Type.Unknown()) }) }),
});
const Analysis = Type.Object({
  args: Type.Array(Type.Object({ name: Type.String(), value: Type.Optional(Type.String()) })),
  metrics: Type.Array(
    Type.Object({
      name: Type.String(),
      provider: Type.Object({ prometheus: Type.Object({ query: Type.String() }) }),
    }),
  ),
});

const refusalOf = (weights: string, ...set: readonly string[]) =>
  refusal({
    set: [
      'services.cart.rollout.enabled=true',
      `services.cart.rollout.weights={${weights}}`,
      `rollout.prometheusUrl=${prometheusUrl}`,
      ...set,
    ],
  });

describe.skipIf(why)(`canary releases${why ? ` (skipped: ${why})` : ''}`, () => {
  it('are Rollouts instead of Deployments, service by service, by weights of their own', () => {
    const manifests = render({ file });
    const weightsOf = (name: string) =>
      Parse(Steps, only(manifests, 'Rollout', name).spec).strategy.canary.steps.filter(
        (_, index) => index % 2 === 0,
      );
    expect(weightsOf('faultline-product')).toEqual([{ setWeight: 10 }, { setWeight: 50 }]);
    expect(weightsOf('faultline-cart')).toEqual([25, 50, 75].map((setWeight) => ({ setWeight })));
    const deployments = manifests.filter(({ kind }) => kind === 'Deployment');
    expect(deployments.map(({ metadata }) => metadata.name)).toEqual(['faultline-session']);
  });

  it('have the pods of a Deployment', () => {
    const cart = { replicas: 10 };
    const values = { ...ownSecrets, services: { cart } };
    const released = render({
      values: {
        ...ownSecrets,
        rollout: { prometheusUrl },
        services: { cart: { ...cart, rollout: { enabled: true } } },
      },
    });
    expect(only(released, 'Rollout', 'faultline-cart').spec.template).toEqual(
      only(render({ values }), 'Deployment', 'faultline-cart').spec.template,
    );
  });

  it('are not set off by a fault', () => {
    const rollouts = (set: readonly string[]) =>
      render({ file, values: ownSecrets, set }).filter(({ kind }) => kind === 'Rollout');
    const off = ['faults.apiGatewayDown=false'];
    expect(rollouts([...off, 'faults.searchSql=true', 'faults.badRelease=true'])).toEqual(
      rollouts(off),
    );
  });

  it('are analysed by what libs/slo asks of Prometheus, in the window of the scrape interval', () => {
    const manifests = render({ file, namespace: 'shop' });
    const { args, metrics } = Parse(
      Analysis,
      only(manifests, 'AnalysisTemplate', 'faultline-payment').spec,
    );
    const given = {
      version: '1.2.3',
      ...Object.fromEntries(args.map(({ name, value }) => [name, value])),
    };
    expect(given).toMatchObject({ installation: 'shop/faultline', window: '1m' });
    const compared = {
      service: 'payment',
      installation: 'shop/faultline',
      window: '1m',
      version: '1.2.3',
    } as const;
    const asked = metrics.map(({ name, provider }) => ({
      name,
      query: provider.prometheus.query
        .replaceAll('{{args.version}}', '1.2.3')
        .replaceAll('{{args.installation}}', 'shop/faultline')
        .replaceAll('{{args.window}}', '1m'),
    }));
    expect(asked).toEqual(canaryChecks(compared).map(({ name, query }) => ({ name, query })));
  });

  it('ask the Prometheus of observability.lgtm if no other is named, and are refused without any', () => {
    const on = ['services.cart.rollout.enabled=true', 'services.cart.replicas=10'];
    const set = [...on, 'observability.lgtm.enabled=true'];
    const analysis = only(render({ namespace: 'shop', set }), 'AnalysisTemplate', 'faultline-cart');
    expect(JSON.stringify(analysis.spec)).toContain('http://faultline-lgtm.shop:9090');
    expect(refusal({ set: on })).toContain('rollout.prometheusUrl must be the address');
  });

  it.each([
    ['25,50,75', 4, ''],
    ['33,67', 3, ''],
    ['14,86', 7, ''],
    ['10', 4, 'a weight of 10 % cannot be given by 4 pods'],
    ['10', 4, 'they can give 25, 50, 75'],
    ['50', 3, 'they can give 33, 67'],
    ['50', 1, 'cannot be given by 1 pod (services.cart.replicas); at least 2 are needed'],
  ])(
    'of weights %s with %d pods are refused where the pods cannot give them',
    (weights, pods, message) => {
      const refused = refusalOf(weights, `services.cart.replicas=${pods}`);
      if (message === '') expect(refused).toBeUndefined();
      else expect(refused).toContain(message);
    },
  );

  it('count the fewest pods that an autoscaler leaves, and are scaled by it', () => {
    const scaled = ['enabled=true', 'minReplicas=4', 'maxReplicas=8'].map(
      (each) => `services.cart.autoscaling.${each}`,
    );
    expect(refusalOf('10', ...scaled)).toContain('services.cart.autoscaling.minReplicas');
    const autoscaler = only(render({ file }), 'HorizontalPodAutoscaler', 'faultline-api-gateway');
    expect(autoscaler.spec).toMatchObject({
      scaleTargetRef: { kind: 'Rollout', name: 'faultline-api-gateway' },
    });
  });

  it('let a fault take the pods away, and a job bring them back', () => {
    const manifests = render({ file });
    expect(only(manifests, 'Rollout', 'faultline-api-gateway').spec.replicas).toBe(0);
    expect(only(manifests, 'Role', 'faultline-api-gateway-restore')).toMatchObject({
      rules: [{ apiGroups: ['argoproj.io'], resources: ['rollouts'] }],
    });
  });
});

describe.skipIf(why)(`a second Deployment${why ? ` (skipped: ${why})` : ''}`, () => {
  const set = (replicas: number, ...more: readonly string[]) => ({
    values: ownSecrets,
    set: [`services.api-gateway.replicas=${replicas}`, ...more],
  });
  const canary = [
    'services.api-gateway.canary.tag=9.9.9',
    'services.api-gateway.canary.replicas=2',
  ];

  it('runs the new version behind the same Service, and changes no pod of the stable one', () => {
    const manifests = render(set(8, ...canary));
    const stable = onlyPod(manifests, 'Deployment', 'faultline-api-gateway');
    expect(stable).toEqual(onlyPod(render(set(10)), 'Deployment', 'faultline-api-gateway'));
    const pod = onlyPod(manifests, 'Deployment', 'faultline-api-gateway-canary');
    expect(pod.metadata.labels).toMatchObject({
      'app.kubernetes.io/component': 'api-gateway',
      'app.kubernetes.io/version': '9.9.9',
      'faultline.dev/track': 'canary',
    });
    const variables = variablesOf(manifests, 'Deployment', 'faultline-api-gateway-canary');
    expect(variables.get('SERVICE_VERSION')?.value).toBe('9.9.9');
    expect(variables.get('RATE_LIMIT_PODS')?.value).toBe('10');
    expect(pod.spec.containers[0]?.image).toBe('faultline/api-gateway:9.9.9');
  });

  it.each([
    ['rollout.enabled=true', 'which needs rollout.enabled to be false'],
    ['autoscaling.enabled=true', 'needs a fixed number of pods'],
  ])('does not go with %s', (other, message) => {
    const values = [`services.api-gateway.${other}`, `rollout.prometheusUrl=${prometheusUrl}`];
    expect(refusal(set(10, ...canary, ...values))).toContain(message);
  });
});
