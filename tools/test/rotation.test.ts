import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shareOfDay } from '@faultline/stores';
import { afterEach, expect, it, vi } from 'vitest';
import { groups, waiting } from '../../vitest.rotation.mts';
import { workspace } from './scratch';

const files = groups.flat();

afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

it('names each slow file once, and only files that exist', () => {
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !existsSync(join(workspace, file)))).toEqual([]);
});

it('has files with shares of their own go through all of them', () => {
  const shares = files.flatMap((file) => {
    const [, count] =
      /shareOfDay\(.*, (\d+)\)/.exec(readFileSync(join(workspace, file), 'utf8')) ?? [];
    return count === undefined ? [] : [Number(count)];
  });
  expect(shares.length).toBeGreaterThan(0);
  // A file runs each fourth day: with an even number of shares some would never be the share of such a day.
  expect(groups.length).toBe(4);
  expect(shares.filter((count) => count % 2 === 0)).toEqual([]);
});

it('runs a group a day, the one that other slow tests would choose', () => {
  vi.stubEnv('SHARE', 'today');
  vi.useFakeTimers();
  for (const day of [0, 1, 2, 3, 20_000]) {
    vi.setSystemTime(day * 86_400_000);
    const today = shareOfDay(groups, groups.length).flat();
    const left = files.filter((file) => file.startsWith('test/e2e/') && !today.includes(file));
    expect(waiting('test/e2e')).toEqual(left.map((file) => file.slice('test/e2e/'.length)));
    expect(left.length).toBeGreaterThan(0);
  }
});

it('runs all of a package that the tested change touches', () => {
  vi.stubEnv('SHARE', 'today');
  const packages = ['deploy', 'libs/service', 'test/e2e', 'libs/telemetry'];
  const shortened = () => packages.filter((folder) => waiting(folder).length > 0);
  vi.stubEnv('CHANGED', '');
  expect(shortened()).toEqual(packages);
  vi.stubEnv('CHANGED', ['libs/service', 'deploy/src', 'apps', 'libs/telemetry-store', '.'].join());
  expect(shortened()).toEqual(['test/e2e', 'libs/telemetry']);
});

it('runs all of them where no share is asked for', () => {
  vi.stubEnv('SHARE', 'all');
  expect(waiting('test/e2e')).toEqual([]);
});
