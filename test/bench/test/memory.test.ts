import { describe, expect, it } from 'vitest';
import { processTable, sizeOf } from '../src/processes/process-table';

describe('the proportional size of processes', () => {
  it('is at most what they have in memory, and most of it for a Node', async () => {
    const own = (await processTable()).filter(({ pid }) => pid === process.pid);
    if (process.platform !== 'linux') {
      await expect(sizeOf(own)).rejects.toThrow('only Linux tells');
      return;
    }
    const resident = process.memoryUsage.rss();
    const size = await sizeOf(own);
    expect(size).toBeLessThan(resident * 1.1);
    expect(size).toBeGreaterThan(resident * 0.3);
  });
});
