import { join } from 'node:path';
import { MetricHistory, parseMetrics } from '@faultline/evidence';
import { expect, it } from 'vitest';
import { createChangeMonitor } from '../src/changes/change-monitor';
import { Change } from '../src/changes/changes';
import { lastOfEach, openEventLog } from '../src/events/event-log';
import { scratchDirectory } from './scratch';

const now = Date.now();

const instance = (name: string, version: string, start: number): string =>
  `build_info{version="${version}",instance="${name}"} 1\nprocess_start_time_seconds{instance="${name}"} ${start}\n`;

const monitorOf = (history: MetricHistory, directory: string) =>
  createChangeMonitor(
    ['cart'],
    history,
    openEventLog({
      file: join(directory, 'changes.jsonl'),
      schema: Change,
      maxAge: 3_600_000,
      survivors: lastOfEach(({ service, kind }) => `${service} ${kind}`),
      unusable: () => undefined,
    }),
  );

/** The changes that a shop shows, of which cart has these pages from a second on, scraped each second. */
const watch = (...pages: [second: number, page: string | undefined][]) => {
  const history = new MetricHistory();
  const directory = scratchDirectory();
  const changes = monitorOf(history, directory);
  const end = (pages.at(-1)?.[0] ?? 0) + 60;
  for (let second = 0; second <= end; second++) {
    const page = pages.findLast(([from]) => from <= second)?.[1];
    const time = now + second * 1000;
    history.add('cart', { time, samples: page === undefined ? undefined : parseMetrics(page) });
    changes.evaluate(time);
  }
  return {
    directory,
    history,
    found: changes
      .between(0, now + 1e6)
      .map(({ at, kind, before, after }) => [(at - now) / 1000, kind, before, after]),
  };
};

it('a restart and a new version are found, once each', () => {
  const { found, history, directory } = watch(
    [0, instance('a', '1.0.0', 1_795_700_000)],
    [10, undefined],
    [12, instance('a', '1.0.0', 1_795_700_100)],
    [20, instance('a', '1.1.0', 1_795_700_200)],
  );
  expect(found).toEqual([
    [12, 'restart', '2026-11-26T13:33:20.000Z', '2026-11-26T13:35:00.000Z'],
    [20, 'release', '1.0.0', '1.1.0'],
  ]);
  expect(monitorOf(history, directory).between(0, now + 1e6)).toHaveLength(2);
});

it('what changed while the console was away is found, too', () => {
  const history = new MetricHistory();
  const page = instance('a', '1.0.0', 1_795_700_000);
  history.add('cart', { time: now - 60_000, samples: parseMetrics(page) });
  history.add('cart', { time: now, samples: undefined });
  const changes = monitorOf(history, scratchDirectory());
  const other = instance('a', '2.0.0', 1_795_700_100);
  history.add('cart', { time: now + 2_000, samples: parseMetrics(other) });
  changes.evaluate(now + 2_000);
  expect(changes.between(0, now + 1e6)).toMatchObject([{ kind: 'release', after: '2.0.0' }]);
});

it('another number of instances is a change when it lasts', () => {
  const one = instance('a', '1.0.0', 1_795_700_000);
  const two = one + instance('b', '1.0.0', 1_795_700_100);
  expect(watch([0, one], [10, two], [30, one]).found).toEqual([]);
  expect(watch([0, one], [10, two]).found).toEqual([[10, 'scale', '1', '2']]);
  expect(watch([0, two], [10, one]).found).toEqual([[10, 'scale', '2', '1']]);
});

it('a roll-out that starts the new instance before the old one ends is one change', () => {
  const old = instance('a', '1.0.0', 1_795_700_000);
  const released = instance('b', '1.1.0', 1_795_700_100);
  const restarted = instance('b', '1.0.0', 1_795_700_100);
  expect(watch([0, old], [10, old + released], [20, released]).found).toEqual([
    [10, 'release', '1.0.0', '1.1.0'],
  ]);
  expect(watch([0, old], [10, old + restarted], [20, restarted]).found).toEqual([
    [20, 'restart', '2026-11-26T13:33:20.000Z', '2026-11-26T13:35:00.000Z'],
  ]);
});
