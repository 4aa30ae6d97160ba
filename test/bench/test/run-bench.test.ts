import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Bench, BenchError } from '../src/bench';
import { Cleanup } from '../src/cleanup';
import { readMachine } from '../src/report/machine';
import { runBench } from '../src/run-bench';
import { benchDirectory } from '../src/workspace';

const name = `test-${process.pid}`;
const resultOf = (value: number) => ({
  method: [],
  tables: [],
  targets: [{ name: 'Size', value, atMost: 10, unit: 'MB' }],
});
const benchThat = (run: Bench['run'], limitMinutes = 1): Bench => ({
  name,
  title: 'A bench',
  limitMinutes,
  run,
});

/** Runs a bench, and answers with its verdict and with what was said. */
const outcomeOf = async (bench: Bench) => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const met = await runBench(bench, await readMachine(), new Cleanup());
  return { met, said: said.mock.calls.flat().join('\n') };
};

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(join(benchDirectory, `${name}.json`), { force: true });
});

describe('a run of a bench', () => {
  it('is well when the targets are met, and not when one is missed', async () => {
    expect(await outcomeOf(benchThat(async () => resultOf(10)))).toMatchObject({ met: true });
    expect(await outcomeOf(benchThat(async () => resultOf(11)))).toMatchObject({ met: false });
  });

  it('fails in one line, and leaves nothing behind', async () => {
    let undone = false;
    const bench = benchThat(async ({ leftovers }) => {
      leftovers.add(async () => {
        undone = true;
      });
      throw new BenchError('the shop is closed');
    });
    expect(await outcomeOf(bench)).toEqual({
      met: false,
      said: `${name}: failed: the shop is closed`,
    });
    expect(undone).toBe(true);
  });

  it('fails when it takes longer than it may', async () => {
    const bench = benchThat(() => new Promise(() => undefined), 0.001);
    expect(await outcomeOf(bench)).toEqual({
      met: false,
      said: `${name}: failed: not done after 0.001 minutes`,
    });
  });
});
