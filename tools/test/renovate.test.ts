import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Type } from 'typebox';
import { Parse } from 'typebox/value';
import { expect, it } from 'vitest';

const read = (file: string): string =>
  readFileSync(join(resolve(__dirname, '../..'), file), 'utf8');

const Configuration = Type.Object({
  customManagers: Type.Tuple([Type.Object({ matchStrings: Type.Tuple([Type.String()]) })]),
});

it.each(['deploy/src/images/image.ts', 'deploy/docker/Dockerfile'])(
  'Renovate finds the images that are named in %s',
  (file) => {
    const [{ matchStrings }] = Parse(
      Configuration,
      JSON.parse(read('renovate.json')),
    ).customManagers;
    const found = read(file).matchAll(new RegExp(matchStrings[0], 'g'));
    expect([...found].map(({ groups }) => groups?.depName)).toEqual(['node', 'grafana/k6']);
  },
);
