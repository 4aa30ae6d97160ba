import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { workspace } from './scratch';

describe('npm run new:service', () => {
  const { properties } = Parse(
    Type.Object({ properties: Type.Object({ name: Type.Object({ pattern: Type.String() }) }) }),
    JSON.parse(readFileSync(join(workspace, 'tools/src/new-service/schema.json'), 'utf8')),
  );

  it.each(['Wish', '9lives', 'a_b', 'a--b', '-a'])('takes no name such as %s', (name) => {
    expect(name).not.toMatch(new RegExp(properties.name.pattern));
  });
});
