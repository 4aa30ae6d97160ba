import { describe, expect, it } from 'vitest';
import { Cleanup } from '../src/cleanup';

describe('leftovers', () => {
  it('are undone in the opposite order, and once', async () => {
    const undone: string[] = [];
    const leftovers = new Cleanup();
    for (const name of ['directory', 'store', 'service'])
      leftovers.add(async () => undone.push(name));
    await leftovers.clear();
    await leftovers.clear();
    expect(undone).toEqual(['service', 'store', 'directory']);
  });

  it('are all undone when one cannot be, which is told afterwards', async () => {
    const undone: string[] = [];
    const leftovers = new Cleanup();
    leftovers.add(async () => undone.push('directory'));
    leftovers.add(() => Promise.reject(new Error('will not stop')));
    await expect(leftovers.clear()).rejects.toThrow('will not stop');
    expect(undone).toEqual(['directory']);
  });

  it('are undone in order also when two ask for it', async () => {
    const undone: string[] = [];
    const leftovers = new Cleanup();
    const { promise, resolve } = Promise.withResolvers<void>();
    leftovers.add(async () => undone.push('directory'));
    leftovers.add(async () => {
      await promise;
      undone.push('store');
    });
    const both = Promise.all([leftovers.clear(), leftovers.clear()]);
    resolve();
    await both;
    expect(undone).toEqual(['store', 'directory']);
  });
});
