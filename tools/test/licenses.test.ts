import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { allowed, packagesByLicense } from '../src/licenses/packages';

const packages = packagesByLicense(resolve(__dirname, '../..'));

it('no package has a license that is not allowed', () => {
  const others = [...packages].filter(([license]) => !allowed.includes(license));
  expect(others).toEqual([]);
});

it('no license is allowed that no package has', () => {
  expect(allowed.filter((license) => !packages.has(license))).toEqual([]);
});

it('k6 is no package: it is only named', () => {
  expect([...packages.values()].flat().filter((name) => /^k6@/.test(name))).toEqual([]);
});
