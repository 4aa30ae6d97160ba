import { describe, expect, it } from 'vitest';
import { variablesOf } from './pods';
import { combinations, missing, refusal, render } from './render';

const why = missing('helm');

const poolOf = (options: Parameters<typeof render>[0], service = 'product'): number =>
  Number(
    variablesOf(render(options), 'Deployment', `faultline-${service}`).get('DATABASE_POOL_SIZE')
      ?.value,
  );

const autoscaled = (maxReplicas: number): string[] => [
  'services.product.autoscaling.enabled=true',
  'services.product.autoscaling.minReplicas=1',
  `services.product.autoscaling.maxReplicas=${maxReplicas}`,
];

/** PostgreSQL keeps three for superusers; one pod in a roll-out migrates. */
const given = (maxConnections: number): number => maxConnections - 3 - 1;

describe.skipIf(why)(`connections to stores${why ? ` (skipped: ${why})` : ''}`, () => {
  it('are 10 per pod if max_connections allows it', () => {
    expect(poolOf({})).toBe(10);
    expect(poolOf({}, 'payment')).toBe(10);
  });

  it.each([1, 2, 6, 10, 20, 30])(
    'are not more than the server gives, with %d pods and the one that starts',
    (maxReplicas) => {
      for (const maxConnections of [60, 100, 200]) {
        const settings = `postgresql.settings.max_connections=${maxConnections}`;
        const set = [...autoscaled(maxReplicas), settings];
        if (refusal({ set })) {
          expect(refusal({ set })).toMatch(/needs \d+: product may have \d+ pods at once/);
          continue;
        }
        const pool = poolOf({ set });
        expect(pool).toBeGreaterThanOrEqual(2);
        expect((maxReplicas + 1) * pool).toBeLessThanOrEqual(given(maxConnections));
      }
    },
  );

  it("fit for six pods of a service with the server's default max_connections", () => {
    const pool = poolOf({ set: ['serviceDefaults.autoscaling.enabled=true'] });
    expect((6 + 1) * pool).toBeLessThanOrEqual(given(100));
  });

  it('fit with values-production.yaml', () => {
    const file = combinations.get('production') ?? '';
    for (const service of ['product', 'payment'])
      expect(11 * poolOf({ file }, service)).toBeLessThanOrEqual(given(200));
  });

  it('are refused, with the numbers, if databasePoolSize exceeds max_connections', () => {
    const set = [...autoscaled(6), 'services.product.databasePoolSize=20'];
    expect(refusal({ set })).toMatch(
      /product-data has 91 connections.*max_connections is 100.*needs 220: product may have 11 pods at once \(autoscaling\.maxReplicas 6.*with 20 each\. Raise max_connections, or lower the number of pods or databasePoolSize/,
    );
  });

  it('are as many as databasePoolSize says for an external server', () => {
    const stores = { 'product-data': { external: true, existingSecret: 'mine' } };
    const values = { stores, services: { product: { replicas: 50, databasePoolSize: 40 } } };
    expect(poolOf({ values })).toBe(40);
  });

  it("are refused if Redis' maxclients is too small", () => {
    const set = ['redis.settings.maxclients=40', 'services.cart.replicas=10'];
    expect(refusal({ set })).toMatch(/redis\.settings\.maxclients is 40, and cart-data needs \d+/);
  });
});
