import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { eachTestHasAShop, first, printed, shop } from './shop-of-each-test';

eachTestHasAShop();

describe('npm run deploy that is interrupted', { timeout: 60_000 }, () => {
  const whenInterrupted = async (deployed: Promise<void>) => {
    const interrupted = expect(deployed).rejects.toThrow('Interrupted');
    shop.interrupted.abort(new Error('Interrupted'));
    await interrupted;
    expect(printed.at(-1)).toBe('Reverted: what ran before runs again.');
    expect(shop.now).toMatchObject({ status: 'deployed', description: 'Rollback to 1' });
    expect(shop.now.components.cart?.tag).toBe('1.0.0');
  };

  it('ends helm while it waits for pods, and reverts', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    const deployed = shop.deploy('--service', 'cart', '--tag', 'broken-wait');
    await expect.poll(() => shop.now.status, { timeout: 20_000 }).toBe('pending-upgrade');
    await whenInterrupted(deployed);
    expect(shop.state.revisions[1]).toMatchObject({ status: 'failed' });
  });

  it('ends with 130', async () => {
    shop.runs(['web-gateway', 'cart'], first);
    const program = join(__dirname, '../../bin/run.mjs');
    const words = ['rollout', '--service', 'cart', '--tag', 'broken-wait'];
    const deployed = execa(process.execPath, [program, ...words], { all: true, reject: false });
    await expect.poll(() => shop.now.status, { timeout: 40_000 }).toBe('pending-upgrade');
    deployed.kill('SIGTERM');
    const { exitCode, all } = await deployed;
    expect(all).toMatch(/Reverted: what ran before runs again\.\nInterrupted by SIGTERM$/);
    expect(exitCode, all).toBe(130);
  });

  it('ends a check, and reverts', async () => {
    shop.runs(['web-gateway', 'cart', 'console'], first);
    const deployed = shop.deploy('--service', 'cart', '--watch', '600');
    await expect.poll(() => printed, { timeout: 20_000 }).toContain('smoke: 40 requests, 0 failed');
    await whenInterrupted(deployed);
  });
});

describe('two that change a release at once', { timeout: 60_000 }, () => {
  const versions = () => shop.state.revisions.map(({ components }) => components.cart?.tag);

  it('are refused: the second changes nothing', async () => {
    shop.runs(['web-gateway', 'cart'], first, { meanwhile: 'kubectl proxy' });
    await expect(shop.deploy('--service', 'cart', '--tag', '2.0.0')).rejects.toThrow(
      /somebody else changed the release meanwhile \(revision 2\): run it again[\s\S]*Nothing was changed/,
    );
    expect(versions()).toEqual(['1.0.0', '1.0.0']);
  });

  it('do not revert what the other has changed', async () => {
    shop.runs(['web-gateway', 'cart'], first, { meanwhile: 'helm test' });
    await expect(shop.deploy('--service', 'cart', '--tag', 'broken-smoke')).rejects.toThrow(
      /check smoke failed[\s\S]*not be reverted.*changed the release meanwhile \(revision 3\)$/,
    );
    expect(versions()).toEqual(['1.0.0', 'broken-smoke', 'broken-smoke']);
  });

  it('do not both report success: the first says that its checks may be of the other', async () => {
    shop.runs(['web-gateway', 'cart'], first, { meanwhile: 'helm test' });
    const words = ['--service', 'cart', '--tag', '2.0.0', '--unfinished'];
    const file = join(shop.repository, 'state.json.unfinished');
    await expect(shop.deploy(...words, file)).rejects.toThrow(
      /^somebody else changed the release meanwhile \(revision 3\): .* nothing was reverted$/,
    );
    expect(versions()).toEqual(['1.0.0', '2.0.0', '2.0.0']);
    expect(printed).not.toContain('Deployed.');
    expect(existsSync(file)).toBe(false);
  });

  it('do not revert the other where both begin at the same moment', async () => {
    shop.runs(['web-gateway', 'cart'], first, { meanwhile: 'helm upgrade', isSlow: true });
    await expect(shop.deploy('--service', 'cart', '--tag', '2.0.0')).rejects.toThrow(
      /another operation .* is in progress[\s\S]*Nothing was changed\.$/,
    );
    expect(shop.now.status).toBe('pending-upgrade');
  });

  it.each([
    ['pending-upgrade', { status: 'pending-upgrade', description: 'Preparing upgrade' }],
    ['Canary cart 2.0.0 at 10 %', { status: 'deployed', description: 'Canary cart 2.0.0 at 10 %' }],
  ])(
    'are refused while one is at work, with what to do if it is not: %s',
    async (state, newest) => {
      shop.runs(['web-gateway', 'cart'], first);
      shop.adds(newest);
      const failure = shop.deploy('--service', 'cart', '--tag', '3.0.0');
      await expect(failure).rejects.toThrow(`revision 2 is ${state}: another command`);
      await expect(failure).rejects.toThrow(
        /--revert takes the revision back[\s\S]*Nothing was changed/,
      );
    },
  );
});
