import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { faultKeys } from '@faultline/faults';
import { describe, expect, it } from 'vitest';
import { generatedFiles } from '../src/generated';

const workspace = resolve(__dirname, '../..');

describe('what is generated', () => {
  it.each([...generatedFiles(workspace)])('is current: %s (npm run generate)', (path, contents) => {
    expect(readFileSync(join(workspace, path), 'utf8')).toBe(contents);
  });

  it('has no page of a fault that is no more', () => {
    expect(readdirSync(join(workspace, 'docs/faults')).sort()).toEqual(
      faultKeys.map((key) => `${key}.md`).sort(),
    );
  });
});
