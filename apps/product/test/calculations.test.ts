import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { rankByAffinity } from '../src/faults/calculations';

const others: Worker[] = [];

beforeAll(async () => {
  // Twice as many threads as the machine has cores, each of which never rests.
  const busy = `require('node:worker_threads').parentPort.postMessage('busy'); for (;;);`;
  for (let core = 0; core < 2 * availableParallelism(); core += 1)
    others.push(new Worker(busy, { eval: true }));
  await Promise.all(others.map((each) => new Promise((resolve) => each.once('message', resolve))));
});
afterAll(async () => {
  for (const each of others) await each.terminate();
});

it('uses CPU time and does not just wait, even on a busy machine', () => {
  const before = process.threadCpuUsage();
  rankByAffinity(60);
  const { user, system } = process.threadCpuUsage(before);
  expect((user + system) / 1_000).toBeGreaterThanOrEqual(60);
});
