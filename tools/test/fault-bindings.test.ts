import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type catalogue, faultKeys, faultOf } from '@faultline/faults';
import { serviceNames } from '@faultline/topology';
import { describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const read = (path: string): string => readFileSync(join(workspace, path), 'utf8');

/** Where the binding of a fault has to be. */
const bindingOf = (key: keyof typeof catalogue): string => {
  const { scope, service } = faultOf(key);
  if (key === 'badRelease') return 'libs/faults/src/faults.ts';
  return scope === 'process'
    ? 'dev/demo/src/faults/bind-faults.ts'
    : `apps/${service}/src/faults.ts`;
};

describe('a fault in the catalogue', () => {
  it.each(faultKeys)('is bound where it says: %s', (key) => {
    const pattern = key === 'badRelease' ? /'badRelease'/ : new RegExp(`catalogue\\.${key}\\b`);
    expect(read(bindingOf(key))).toMatch(pattern);
  });

  it.each(faultKeys)('is told of in three hints, steps and a remedy: %s', (key) => {
    const { hints, investigate, remedy, userImpact, mechanism, source, key: own } = faultOf(key);
    expect(own).toBe(key);
    for (const text of [...hints, ...investigate, remedy, userImpact, mechanism, source])
      expect(text).toMatch(/^\S.+[.?]$/);
    expect(investigate.length).toBeGreaterThan(1);
  });

  it('has one file', () => {
    const files = readdirSync(join(workspace, 'libs/faults/src/catalogue'));
    expect(files.filter((name) => name !== 'index.ts')).toHaveLength(faultKeys.length);
  });
});

describe('the business', () => {
  const sources = serviceNames.flatMap((name) =>
    globSync(join(workspace, `apps/${name}/src/**/*.ts`)).filter(
      (file) => !/\/faults(\.ts$|\/)/.test(file) && !file.endsWith('/service.ts'),
    ),
  );

  it('knows nothing of faults', () => {
    expect(sources.length).toBeGreaterThan(30);
    expect(sources.filter((file) => /\bfaults?\b/i.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('is not given away: no log message names a fault', () => {
    expect(read('docs/log-messages.md')).not.toMatch(/\bfaults?\b/i);
  });
});
