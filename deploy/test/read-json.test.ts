import { Type } from 'typebox';
import { expect, it } from 'vitest';
import { readJson } from '../src/read-json';

const Images = Type.Array(Type.Object({ Id: Type.String() }));

it('gives what a program printed', () => {
  expect(readJson('docker', Images, '[{"Id":"a","Size":1}]')).toMatchObject([{ Id: 'a' }]);
});

it.each([
  ['no JSON', 'Cannot connect', 'docker: no JSON'],
  ['another shape', '{}', 'docker: must be array'],
  ['another type inside', '[{"Id":7}]', 'docker: /0/Id must be string'],
  ['a field less', '[{}]', 'docker: /0 must have required properties Id'],
])('says whose output it is that is %s', (_, printed, message) => {
  expect(() => readJson('docker', Images, printed)).toThrow(message);
});
