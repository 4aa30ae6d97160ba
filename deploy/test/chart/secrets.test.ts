import { stores } from '@faultline/topology';
import { describe, expect, it } from 'vitest';
import { podOf } from './pods';
import {
  combinations,
  type Manifest,
  missing,
  only,
  ownSecrets,
  render,
  renderAnew,
} from './render';

const why = missing('helm');

const decoded = (manifests: readonly Manifest[], name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(only(manifests, 'Secret', name).data ?? {}).map(([key, value]) => [
      key,
      Buffer.from(value, 'base64').toString(),
    ]),
  );

const hashes = (manifests: readonly Manifest[]): Map<string, string> =>
  new Map(
    manifests
      .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
      .map((manifest) => [
        manifest.metadata.name,
        podOf(manifest)?.metadata.annotations?.['checksum/secrets'] ?? '',
      ]),
  );

describe.skipIf(why)(`passwords${why ? ` (skipped: ${why})` : ''}`, () => {
  it("are the same in the Secret and in the store's URL", () => {
    const manifests = render();
    for (const [name, { engine }] of Object.entries(stores)) {
      const { password, url } = decoded(manifests, `faultline-${name}`);
      const owner = engine === 'redis' ? '' : name.replace('-data', '');
      expect(url).toContain(`://${owner}:${password}@faultline-${name}:`);
    }
  });

  it('restart exactly the pods that use them when they change', () => {
    const [before, after] = [hashes(renderAnew()), hashes(renderAnew())];
    const changed = [...before].filter(([name, hash]) => after.get(name) !== hash);
    const users = ['product', 'payment', 'cart', 'session', ...Object.keys(stores)];
    expect(changed.map(([name]) => name).sort()).toEqual(
      users.map((name) => `faultline-${name}`).sort(),
    );
  });

  it('in the values make two renderings equal', () => {
    const options = { file: combinations.get('everything') ?? '', values: ownSecrets };
    expect(renderAnew(options)).toEqual(renderAnew(options));
  });

  it('are not in command-line arguments', () => {
    for (const manifest of render()) {
      for (const { args = [], command = [] } of podOf(manifest)?.spec.containers ?? [])
        expect([...command, ...args].join(' ')).not.toMatch(/AUTH|PASSWORD|requirepass|masterauth/);
    }
  });
});
