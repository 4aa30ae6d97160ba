import { existsSync } from 'node:fs';
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

it('runs all of them where no share is asked for', () => {
  vi.stubEnv('SHARE', 'all');
  expect(waiting('test/e2e')).toEqual([]);
});
