import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { benchRoot, workspaceRoot } from '../src/workspace';

it.each([
  ['itself', benchRoot, '@faultline/bench'],
  ['the repository', workspaceRoot, 'faultline'],
])('finds %s, from which it starts programs', (_, folder, name) => {
  expect(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))).toMatchObject({ name });
});
