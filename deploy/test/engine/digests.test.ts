import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDigests } from '../../src/rollout/digests';
import { registryObstacle, startRegistry } from '../../src/testing';
import { buildObstacle, docker, images } from '../images/command';

const obstacle = buildObstacle() ?? registryObstacle();
if (obstacle) console.info(`skipped: ${obstacle}`);

const minutes = 60_000;
const network = process.env.IMAGES_NETWORK;
const manifestTypes = [
  'application/vnd.docker.distribution.manifest.v2+json',
  'application/vnd.oci.image.manifest.v1+json',
  'application/vnd.oci.image.index.v1+json',
].join();
const Inspected = Type.Tuple([Type.Object({ Id: Type.String() })]);

describe.skipIf(obstacle)('an image in a registry', { timeout: 2 * minutes }, () => {
  const scratch = mkdtempSync(join(tmpdir(), 'faultline-digests-'));
  const file = join(scratch, 'digests.json');
  const cleanup = new AsyncDisposableStack();
  cleanup.defer(() => rmSync(scratch, { recursive: true, force: true }));
  let registry: string;

  beforeAll(async () => {
    registry = cleanup.use(await startRegistry()).address;
    cleanup.defer(() => {
      docker('image', 'rm', `${registry}/shop/cart:digests-test`);
    });
    const words = ['--only', 'cart', '--version', '0.0.0-test', '--tag', 'digests-test'];
    const where = ['--registry', `${registry}/shop`, '--push', '--digests', file];
    const from = network ? ['--network', network] : [];
    const { status, stderr } = images([...words, ...where, ...from]);
    expect(status, stderr).toBe(0);
  }, 15 * minutes);
  afterAll(() => cleanup.disposeAsync(), minutes);

  it('has the digest that the deployment is told', async () => {
    const digests = await readDigests(file);
    expect([...digests.keys()]).toEqual(['cart']);
    const digest = digests.get('cart') ?? '';
    const url = `http://${registry}/v2/shop/cart/manifests/${digest}`;
    const response = await fetch(url, { headers: { accept: manifestTypes } });
    const manifest = Buffer.from(await response.arrayBuffer());
    expect(response.status, manifest.toString()).toBe(200);
    expect(`sha256:${createHash('sha256').update(manifest).digest('hex')}`).toBe(digest);
  });

  it('can be pulled by it', async () => {
    const idOf = (reference: string) =>
      Parse(Inspected, JSON.parse(docker('image', 'inspect', reference).stdout))[0].Id;
    const built = idOf(`${registry}/shop/cart:digests-test`);
    const pinned = `${registry}/shop/cart@${(await readDigests(file)).get('cart')}`;
    const { status, stderr } = docker('pull', pinned);
    expect(status, stderr).toBe(0);
    expect(idOf(pinned)).toBe(built);
  });
});
