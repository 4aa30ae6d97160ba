import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  cpuSecondsOf,
  familyCpuSeconds,
  familyOf,
  parsePsLine,
  parseStat,
  processTable,
} from '../src/processes/process-table';

const started: ChildProcess[] = [];
const pidOf = (child: ChildProcess): number => {
  started.push(child);
  if (child.pid === undefined) throw new Error('the process did not start');
  return child.pid;
};

/** A process that works for a third of a second, then tells how much CPU time it took, and waits. */
const startWorker = async () => {
  const worker = fork('test/fixtures/worker.mjs', { stdio: 'ignore' });
  const pid = pidOf(worker);
  const [microseconds] = await once(worker, 'message');
  return { pid, seconds: Number(microseconds) / 1e6 };
};

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('the CPU time of a process', () => {
  it('is what the process itself says', async () => {
    const { pid, seconds } = await startWorker();
    expect(seconds).toBeGreaterThan(0.3);
    expect(Math.abs((await cpuSecondsOf(pid)) - seconds)).toBeLessThan(0.05);
  });

  it('counts in that of its parent', async () => {
    const { pid, seconds } = await startWorker();
    const table = await processTable();
    const family = familyOf(process.pid, table).map((entry) => entry.pid);
    expect(family).toContain(pid);
    expect(familyCpuSeconds(process.pid, table)).toBeGreaterThan(seconds);
  });

  it('is an error when the process is gone', async () => {
    const gone = spawn('true');
    const pid = pidOf(gone);
    await once(gone, 'exit');
    await expect(cpuSecondsOf(pid)).rejects.toThrow(`process ${pid} has ended`);
  });
});

describe('a family', () => {
  it('has descendants, and orphans of its process group, but no others', () => {
    const entry = (pid: number, parent: number, group: number) => ({
      pid,
      parent,
      group,
      cpuSeconds: 0,
    });
    const table = [
      entry(12, 11, 12),
      entry(10, 1, 10),
      entry(11, 10, 11),
      entry(20, 1, 20),
      entry(19, 1, 10),
    ];
    const pids = familyOf(10, table).map(({ pid }) => pid);
    expect(pids.sort()).toEqual([10, 11, 12, 19]);
  });
});

describe('what the system lists', () => {
  it('is read from /proc, also for a program with an odd name', () => {
    const line =
      '42 (node) worker) (x) S 7 40 40 0 -1 4194560 100 0 0 0 250 50 25 5 20 0 11 0 123 456 789';
    expect(parseStat(line)).toEqual({ pid: 42, parent: 7, group: 40, cpuSeconds: 3.3 });
  });

  it('is read from ps, with minutes, hours and days', () => {
    expect(parsePsLine('   42     7    40   1:02.50')).toEqual({
      pid: 42,
      parent: 7,
      group: 40,
      cpuSeconds: 62.5,
    });
    expect(parsePsLine('42 7 40 2-01:00:01').cpuSeconds).toBe(2 * 86_400 + 3_601);
  });
});
