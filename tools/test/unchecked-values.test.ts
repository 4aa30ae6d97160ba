import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const workspace = resolve(__dirname, '../..');
const scratch = mkdtempSync(join(tmpdir(), 'faultline-lint-'));

beforeAll(() => {
  for (const path of ['biome.json', '.gitignore', 'tools/lint'])
    cpSync(join(workspace, path), join(scratch, path), { recursive: true });
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** What Biome, as it is set up here, says of a source file that has this text. */
const lint = (text: string) => {
  writeFileSync(join(scratch, 'source.ts'), `${text}\n`);
  const biome = join(workspace, 'node_modules/.bin/biome');
  const { status, stdout, stderr } = spawnSync(biome, ['lint', 'source.ts'], {
    cwd: scratch,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
};

describe('the linter', () => {
  it.each([
    ['a cast', "export const state = String(1) as 'one';", 'A cast checks nothing'],
    ['Object() of a value', 'export const { name } = Object(1);', 'Object() makes any'],
    ['a type for JSON', "export const x: { y: 1 } = JSON.parse('{}');", 'JSON.parse gives any'],
    ['JSON without a type', "export const x = JSON.parse('{}');", 'JSON.parse gives any'],
    ['JSON taken apart', "export const { x } = JSON.parse('{}');", 'JSON.parse gives any'],
    ['a field of JSON', "export const x: number = JSON.parse('{}').y;", 'JSON.parse gives any'],
  ])('refuses %s', (_, text, message) => {
    const { status, output } = lint(text);
    expect(output).toContain(message);
    expect(status).not.toBe(0);
  });

  it.each([
    ['a constant', "export const states = ['one'] as const;"],
    ['an import by another name', "export { join as inFolder } from 'node:path';"],
    ['JSON that is unknown', "export const x: unknown = JSON.parse('{}');"],
    [
      'JSON that a schema checks',
      "import { Parse } from './x';\nexport const x = Parse(JSON.parse('{}'));",
    ],
  ])('takes %s', (_, text) => {
    const { status, output } = lint(text);
    expect(status, output).toBe(0);
  });
});
