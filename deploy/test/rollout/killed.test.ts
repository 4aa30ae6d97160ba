import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { eachTestHasAShop, first, printed, shop } from './shop-of-each-test';

eachTestHasAShop();

const file = () => join(shop.repository, 'state.json.unfinished');
/** Writes the file of a command that was killed. */
const leaves = (unfinished: object) =>
  shop.write('state.json.unfinished', JSON.stringify(unfinished));
const revertUnfinished = () => shop.deploy('--revert', '--unfinished', file());

/** Starts a deployment and kills all of its processes, as a runner does, when the release is in a state. */
const kill = async (words: readonly string[], when: () => boolean) => {
  const program = join(__dirname, '../../bin/run.mjs');
  const deployed = execa(
    process.execPath,
    [program, 'rollout', '--service', 'cart', '--unfinished', file(), ...words],
    { all: true, reject: false, detached: true },
  );
  await expect.poll(when, { timeout: 40_000 }).toBe(true);
  process.kill(-(deployed.pid ?? 0), 'SIGKILL');
  await deployed;
};

describe('npm run deploy that is killed', { timeout: 90_000 }, () => {
  it('is taken back by the next command while pods start', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    await kill(['--tag', 'broken-wait'], () => shop.now.status === 'pending-upgrade');
    await revertUnfinished();
    expect(shop.now).toMatchObject({ status: 'deployed', description: 'Rollback to 1' });
    expect(existsSync(file())).toBe(false);
  });

  it('is taken back by the next command while it checks', async () => {
    shop.runs(['web-gateway', 'cart', 'console'], first);
    await kill(
      ['--tag', '2.0.0', '--watch', '600'],
      () => shop.now.description === 'Deployed cart 2.0.0',
    );
    await revertUnfinished();
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
  });

  it('is not taken back after somebody else has changed the release', async () => {
    shop.runs(['web-gateway', 'cart', 'console'], first);
    await kill(
      ['--tag', '2.0.0', '--watch', '600'],
      () => shop.now.description === 'Deployed cart 2.0.0',
    );
    shop.adds({ status: 'deployed', description: 'Upgrade complete' });
    await expect(revertUnfinished()).rejects.toThrow(
      'somebody else changed the release meanwhile (revision 3)',
    );
    expect(shop.now.revision).toBe(3);
  });
});

describe('npm run deploy -- --revert --unfinished', { timeout: 60_000 }, () => {
  const expectNothing = async () => {
    const { revision } = shop.now;
    await revertUnfinished();
    expect(printed.at(-1)).toMatch(/^Nothing to revert: /);
    expect(shop.now.revision).toBe(revision);
  };

  it('does nothing after a deployment that has ended', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    await shop.deploy('--service', 'cart', '--tag', '2.0.0', '--unfinished', file());
    await expectNothing();
  });

  it('does nothing after one that has reverted itself', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    const words = ['--service', 'cart', '--tag', 'broken-smoke', '--unfinished', file()];
    await expect(shop.deploy(...words)).rejects.toThrow('Reverted');
    await expectNothing();
  });

  it('does nothing a second time, also if the first was killed at its end', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    leaves({ before: 1, steps: ['Deployed cart 2.0.0'] });
    shop.adds(
      { status: 'superseded', description: 'Deployed cart 2.0.0' },
      { status: 'deployed', description: 'Rollback to 1' },
    );
    await expectNothing();
    expect(existsSync(file())).toBe(false);
  });

  it('takes every step of a canary back', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    const steps = ['Canary cart 2.0.0 at 50 %', 'Canary cart 2.0.0 at 100 %'];
    leaves({ before: 1, steps: [...steps, 'Deployed cart 2.0.0'] });
    shop.adds(...steps.map((description) => ({ status: 'deployed', description })));
    await revertUnfinished();
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it.each([
    ['a deployment', { steps: ['Deployed cart 2.0.0'] }, ['Deployed cart 3.0.0']],
    [
      'a canary',
      { steps: ['Canary cart 2.0.0 at 50 %', 'Canary cart 2.0.0 at 100 %'] },
      ['Canary cart 2.0.0 at 50 %', 'Canary product 3.0.0 at 50 %'],
    ],
    [
      'the same deployment once more',
      { steps: ['Deployed cart 2.0.0'] },
      ['Deployed cart 2.0.0', 'Deployed cart 2.0.0'],
    ],
    ['a roll-back', { steps: ['Deployed cart 2.0.0'] }, ['Deployed cart 2.0.0', 'Rollback to 7']],
    ['a deployment after an older version of the program', {}, ['Upgrade complete']],
    [
      'a second deployment after an older version of the program',
      {},
      ['Deployed cart 2.0.0', 'Deployed cart 3.0.0'],
    ],
  ])('does not take back what somebody else has made: %s', async (_, unfinished, descriptions) => {
    shop.runs(['web-gateway', 'cart'], first);
    leaves({ before: 1, ...unfinished });
    shop.adds(...descriptions.map((description) => ({ status: 'deployed', description })));
    const { revision } = shop.now;
    await expect(revertUnfinished()).rejects.toThrow(
      `somebody else changed the release meanwhile (revision ${revision})`,
    );
    expect(shop.now.revision).toBe(revision);
  });

  it('takes back what an older version of the program has left', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    leaves({ before: 1 });
    shop.adds({ status: 'deployed', description: 'Deployed cart 2.0.0' });
    await revertUnfinished();
    expect(shop.now.description).toBe('Rollback to 1');
  });

  it('does nothing after a deployment that somebody else was faster than', async () => {
    shop.runs(['web-gateway', 'cart'], first, { meanwhile: 'helm upgrade', isSlow: true });
    const words = ['--service', 'cart', '--tag', '2.0.0', '--unfinished', file()];
    await expect(shop.deploy(...words)).rejects.toThrow(
      /another operation .* is in progress[\s\S]*Nothing was changed\.$/,
    );
    await expectNothing();
    expect(shop.now.status).toBe('pending-upgrade');
  });
});
