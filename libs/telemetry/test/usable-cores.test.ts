import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createMetrics } from '../src/metrics';
import { usableCores } from '../src/usable-cores';

const version2 = (limit: string) => ({ 'cpu.max': limit });
const version1 = (quota: string) => ({
  'cpu/cpu.cfs_quota_us': quota,
  'cpu/cpu.cfs_period_us': '100000\n',
});

it.each([
  { limit: 'half a core', files: version2('50000 100000\n'), cores: 0.5 },
  { limit: 'no limit', files: version2('max 100000\n'), cores: 1 },
  {
    limit: 'two cores, of which JavaScript uses one',
    files: version2('200000 100000\n'),
    cores: 1,
  },
  { limit: 'a quarter, in version 1', files: version1('25000\n'), cores: 0.25 },
  { limit: 'no limit, in version 1', files: version1('-1\n'), cores: 1 },
  { limit: 'nothing: there are no control groups', files: {}, cores: 1 },
])('a process whose control group says $limit can use $cores', ({ files, cores }) => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-cgroup-'));
  try {
    mkdirSync(join(directory, 'cpu'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
    expect(usableCores(directory)).toBe(cores);
  } finally {
    rmSync(directory, { recursive: true });
  }
});

it('every process says how many cores it can use', async () => {
  const { body } = await createMetrics('1.0.0').exposition(undefined);
  expect(body).toMatch(/^process_cpu_usable_cores (1|0\.\d+)$/m);
});
