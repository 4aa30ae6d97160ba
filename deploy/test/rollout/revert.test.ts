import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { eachTestHasAShop, first, printed, shop } from './shop-of-each-test';

eachTestHasAShop();

describe('npm run deploy -- --revert', { timeout: 60_000 }, () => {
  it('takes the last deployment back, not what helm did since', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    shop.adds({ status: 'deployed', description: 'Upgrade complete' });
    await shop.deploy('--revert');
    expect(shop.now).toMatchObject({ description: 'Rollback to 1' });
    expect(printed.filter((line) => line.startsWith('This undoes'))).toEqual([
      'This undoes revision 3 (Upgrade complete), too, with the values that it has set',
    ]);
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
    await expect(shop.deploy('--revert')).rejects.toThrow('has been reverted already');
  });

  it('needs no plan, which a broken commit may not have', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    await shop.deploy('--service', 'cart', '--tag', '2.0.0');
    rmSync(join(shop.repository, '.dockerignore'));
    await expect(shop.deploy('--affected', '--plan')).rejects.toThrow();
    await shop.deploy('--revert');
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('needs a deployment', async () => {
    shop.runs(['web-gateway'], first);
    await expect(shop.deploy('--revert')).rejects.toThrow(
      'no deployment with a revision before it',
    );
  });

  it.each([
    ['an upgrade that was killed', 'pending-upgrade', 'Preparing upgrade'],
    ['an upgrade that failed', 'failed', 'Upgrade "faultline" failed: context canceled'],
    ['a canary that was killed', 'deployed', 'Canary cart 2.0.0 at 10 %'],
  ])('takes %s back, and not what was deployed before', async (_, status, description) => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.adds(
      { status: 'superseded', description: 'Deployed cart 2.0.0' },
      { status, description },
    );
    await shop.deploy('--revert');
    expect(shop.now).toMatchObject({ status: 'deployed', description: 'Rollback to 2' });
    await expect(shop.deploy('--revert')).rejects.toThrow('has been reverted already');
  });

  it('leaves what another command may be at work at, unless it is forced to', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    const updated = new Date().toISOString();
    shop.adds({ status: 'pending-upgrade', description: 'Preparing upgrade', updated });
    await expect(shop.deploy('--revert')).rejects.toThrow(
      /^revision 2 is pending-upgrade since .*: another command may be at work;.* --revert --force/,
    );
    expect(shop.now.revision).toBe(2);
    await shop.deploy('--revert', '--force');
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('ends a revert that was killed', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.adds(
      { status: 'superseded', description: 'Deployed cart 2.0.0' },
      { status: 'deployed', description: 'Deployed cart 3.0.0' },
      { status: 'pending-rollback', description: 'Rollback to 2' },
    );
    await shop.deploy('--revert');
    expect(shop.now).toMatchObject({ status: 'deployed', description: 'Rollback to 2' });
  });

  it('does not guess where a revert that failed was to go', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.adds(
      { status: 'deployed', description: 'Deployed cart 2.0.0' },
      { status: 'failed', description: 'Release "faultline" failed: context deadline exceeded' },
    );
    await expect(shop.deploy('--revert')).rejects.toThrow('revision 3 is a roll-back that failed');
  });

  it('leaves out what failed before an upgrade that did not', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    shop.adds(
      { status: 'superseded', description: 'Deployed cart 2.0.0' },
      { status: 'failed', description: 'Upgrade "faultline" failed: values are invalid' },
      { status: 'deployed', description: 'Upgrade complete' },
    );
    await shop.deploy('--revert');
    expect(shop.now.description).toBe('Rollback to 1');
  });
});
