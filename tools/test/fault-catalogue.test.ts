import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultKeys, faultOf } from '@faultline/faults';
import { serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');

describe('a fault in the catalogue', () => {
  it.each(faultKeys)('is told of in three hints, steps and a remedy: %s', (key) => {
    const { hints, investigate, remedy, userImpact, mechanism, source, key: own } = faultOf(key);
    expect(own).toBe(key);
    for (const text of [...hints, ...investigate, remedy, userImpact, mechanism, source])
      expect(text).toMatch(/^\S.+[.?]$/);
    expect(investigate.length).toBeGreaterThan(1);
  });

  it('has a place of its own in a demonstration', () => {
    expect(new Set(faultKeys.map((key) => faultOf(key).order)).size).toBe(faultKeys.length);
  });
});

describe('the business', () => {
  const sources = serviceNames.flatMap((name) =>
    globSync(`apps/${name}/src/**/*.ts`, { cwd: workspace }).filter(
      (file) => !/\/faults(\.ts$|\/)/.test(file) && !file.endsWith('/service.ts'),
    ),
  );

  it('knows nothing of faults', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((file) => /\bfaults?\b/i.test(read(file)))).toEqual([]);
  });
});
