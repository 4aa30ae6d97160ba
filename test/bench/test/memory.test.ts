import { describe, expect, it } from 'vitest';
import { processTable } from '../src/processes/process-table';
import { proportionalSize } from '../src/processes/proportional-size';

describe('the proportional size of processes', () => {
  it('is at most what they have in memory, and most of it for a Node', async () => {
    const own = (await processTable()).filter(({ pid }) => pid === process.pid);
    if (process.platform !== 'linux') {
      await expect(proportionalSize(own)).rejects.toThrow('only Linux tells');
      return;
    }
    const resident = process.memoryUsage.rss();
    const size = await proportionalSize(own);
    expect(size).toBeLessThan(resident * 1.1);
    expect(size).toBeGreaterThan(resident * 0.3);
  });
});
