import { describe, expect, it } from 'vitest';
import { eachTestHasAShop, first, printed, shop } from './shop-of-each-test';

eachTestHasAShop();

describe('npm run deploy of what Argo Rollouts releases', { timeout: 60_000 }, () => {
  const rollouts = ['cart', 'product'] as const;

  it('changes Rollouts as it changes Deployments', async () => {
    shop.runs(['web-gateway', 'cart', 'product'], '', { rollouts });
    await shop.deploy('--affected');
    expect(printed.at(-1)).toBe('Deployed.');
    const revision = shop.commitNow();
    expect(shop.now.components).toMatchObject({ 'web-gateway': { revision }, cart: { revision } });
  });

  it('is over when Argo has taken the version back, and says why', async () => {
    shop.runs(['web-gateway', 'cart'], first, { rollouts });
    await expect(shop.deploy('--service', 'cart', '--tag', 'broken-canary')).rejects.toThrow(
      /taken faultline-cart back: Metric "errors" assessed Failed[\s\S]*Reverted: what ran before runs again\.$/,
    );
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('is reverted if Argo does not come to an end', async () => {
    shop.runs(['web-gateway', 'cart'], first, { rollouts });
    const words = ['--service', 'cart', '--tag', 'broken-steps', '--timeout', '1'];
    await expect(shop.deploy(...words)).rejects.toThrow(
      'faultline-cart was not released within 1 s: Progressing, more replicas need to be updated',
    );
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
  });

  it('gives all pods to the version before at once', async () => {
    shop.runs(['web-gateway', 'cart'], first, { rollouts });
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    await shop.deploy('--revert');
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
    expect(shop.state).toMatchObject({ argo: { cart: { promoteFull: true } } });
  });

  it('keeps releasing what only got more pods when it was deployed', async () => {
    const argo = { cart: { generation: 2, stable: '1.0.0', isScaling: true } };
    shop.runs(['web-gateway', 'cart'], first, { rollouts, argo });
    await expect(shop.deploy('--service', 'cart', '--tag', 'broken-health')).rejects.toThrow(
      /Reverted: what ran before runs again\.$/,
    );
    expect(shop.state.argo?.cart).toMatchObject({ stable: '1.0.0', promoteFull: true });
    expect(shop.state.argo?.cart).not.toHaveProperty('abort');
  });

  it('waits for no other Rollout, and gives no other version its pods when it reverts', async () => {
    const argo = { product: { generation: 2, stable: '0.9.0', isSlow: true } };
    shop.runs(['web-gateway', 'cart', 'product'], first, { rollouts, argo });
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    expect(printed.at(-1)).toBe('Deployed.');
    await expect(shop.deploy('--service', 'cart', '--tag', 'broken-health')).rejects.toThrow(
      /Reverted: what ran before runs again\.$/,
    );
    expect(shop.state.argo?.product).not.toHaveProperty('promoteFull');
  });
});

describe('a version that Argo Rollouts has rolled back', { timeout: 60_000 }, () => {
  /** Product should run 1.0.0, and runs 0.9.0. */
  const refused = {
    rollouts: ['cart', 'product'],
    argo: { product: { generation: 2, stable: '0.9.0', abort: true } },
  } as const;

  it('does not keep other services from being deployed', async () => {
    shop.runs(['web-gateway', 'cart', 'product'], first, refused);
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    expect(printed.at(-1)).toBe('Deployed.');
  });

  it('is not waited for where an autoscaler changes it meanwhile', async () => {
    const argo = { product: { ...refused.argo.product, isAutoscaled: true } };
    shop.runs(['web-gateway', 'cart', 'product'], first, { ...refused, argo });
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    expect(printed.at(-1)).toBe('Deployed.');
    expect(shop.state.argo?.product?.generation).toBe(3);
  });

  it('is deployed again with --affected, and judged again', async () => {
    shop.runs(['web-gateway', 'product'], first, refused);
    await shop.deploy('--affected');
    expect(printed[0]).toContain('(Argo Rollouts has rolled back what should run)');
    expect(shop.state.argo?.product).toMatchObject({ generation: 3, stable: first.slice(0, 12) });
  });

  it('is tried again if it is asked for', async () => {
    shop.runs(['web-gateway', 'product'], '', refused);
    await shop.deploy('--service', 'product', '--tag', '1.0.0');
    expect(shop.state.argo?.product).toMatchObject({ generation: 2, stable: '1.0.0' });
  });

  it('stays rolled back when the next version is reverted', async () => {
    shop.runs(['web-gateway', 'product'], first, refused);
    const words = ['--service', 'product', '--tag', 'broken-canary'];
    await expect(shop.deploy(...words)).rejects.toThrow(/Reverted: what ran before runs again\.$/);
    expect(shop.now.components.product?.tag).toBe('1.0.0');
    expect(shop.state.argo?.product).toMatchObject({ stable: '0.9.0', abort: true });
    expect(shop.state.argo?.product).not.toHaveProperty('promoteFull');
  });
});

describe('npm run deploy -- --revert of Rollouts', { timeout: 60_000 }, () => {
  it('goes back to Deployments', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.adds({ status: 'deployed', description: 'Deployed the chart', rollouts: ['cart'] });
    await shop.deploy('--revert');
    expect(shop.now.description).toBe('Rollback to 1');
  });
});
