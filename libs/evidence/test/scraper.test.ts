import { expect, it, onTestFinished } from 'vitest';
import { Scraper } from '../src';

const sample = { name: 'up', labels: {}, value: 1 };

it('counts who answers late as away, until the page is there', async () => {
  const page = Promise.withResolvers<(typeof sample)[]>();
  const scraper = new Scraper(() => page.promise, {
    services: ['product'],
    every: 60_000,
    timeout: 50,
    patience: 60_000,
  });
  onTestFinished(() => scraper.stop());
  const readable = () => scraper.history.window('product', 0).readable;
  await expect.poll(readable).toEqual([false]);
  page.resolve([sample]);
  await expect.poll(readable).toEqual([false, true]);
  expect(scraper.history.window('product', 0).series('up')).toMatchObject([
    { values: [Number.NaN, 1] },
  ]);
});

it('gives a page up that does not come, and asks again', async () => {
  let asked = 0;
  const scraper = new Scraper(
    (_, signal) => {
      asked += 1;
      // The third page is there at once, and closes what was counted before.
      if (asked === 3) return Promise.resolve([sample]);
      return new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason));
      });
    },
    { services: ['product'], every: 1, timeout: 20, patience: 40 },
  );
  onTestFinished(() => scraper.stop());
  const readable = () => scraper.history.window('product', 0).readable;
  await expect.poll(() => readable().slice(0, 3)).toEqual([false, false, true]);
});
