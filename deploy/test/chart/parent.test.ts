import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { storeNames } from '@faultline/topology';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { chart, missing, only, ownSecrets, render } from './render';

const why = missing('helm');

describe.skipIf(why)(
  `the chart as a dependency of another chart${why ? ` (skipped: ${why})` : ''}`,
  () => {
    let parent: string;

    beforeAll(() => {
      parent = mkdtempSync(join(tmpdir(), 'faultline-parent-'));
      cpSync(chart, join(parent, 'charts/faultline'), { recursive: true });
      const dependency = { name: 'faultline', version: '*' };
      const dependencies = [
        { ...dependency, condition: 'faultline.enabled' },
        { ...dependency, alias: 'second', condition: 'second.enabled' },
      ];
      writeFileSync(
        join(parent, 'Chart.yaml'),
        stringify({ apiVersion: 'v2', name: 'umbrella', version: '1.0.0', dependencies }),
      );
      writeFileSync(
        join(parent, 'values.yaml'),
        stringify({
          global: { imageRegistry: 'registry.example.com' },
          faultline: { enabled: true, faults: { payment: '25%' } },
          second: { enabled: true, ...ownSecrets },
        }),
      );
    });
    afterAll(() => rmSync(parent, { recursive: true, force: true }));

    it('renders completely, also twice under two names whose selectors share no pod', () => {
      const manifests = render({ release: 'faultline', directory: parent });
      const names = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
      expect(new Set(names).size).toBe(names.length);
      for (const name of ['faultline-faultline', 'faultline-second']) {
        only(manifests, 'Deployment', `${name}-cart`);
        const { spec } = only(manifests, 'Service', `${name}-cart`);
        expect(spec).toMatchObject({
          selector: { 'app.kubernetes.io/name': name.replace('faultline-', '') },
        });
        for (const store of storeNames) only(manifests, 'StatefulSet', `${name}-${store}`);
      }
    });

    it('can be disabled', () => {
      const manifests = render({ directory: parent, set: ['second.enabled=false'] });
      expect(manifests.some(({ metadata }) => metadata.name.includes('second'))).toBe(false);
    });
  },
);
