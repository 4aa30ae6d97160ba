import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { explanation } from '../src/explanation/explanation';
import type { HealthChange } from '../src/health/health';
import { createFindingsKeeper } from '../src/post-mortem/keep-findings';
import { postMortem } from '../src/post-mortem/post-mortem';
import { fakeDateFrom } from './fake-date';
import { setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { began, seconds, takeFailedRequests } from './post-mortem-for-test';
import { scratchDirectory } from './scratch';
import { healthOf, metricsOf } from './sources';
import { postMortemsOf } from './write-post-mortem';

let test: StoreForTest;
let empty: StoreForTest;
beforeAll(async () => {
  [test, empty] = await Promise.all([openStore(), openStore()]);
  await takeFailedRequests(test);
});
afterAll(() => Promise.all([test.close(), empty.close()]));
fakeDateFrom(began);

const { contextOf, incidentOver, write, section } = postMortemsOf(() => test);

describe('what is known of an incident', () => {
  it('is kept when it is resolved, for when the console was restarted and its telemetry is gone', async () => {
    const directory = scratchDirectory();
    const incidents = incidentOver(undefined, directory);
    const before = await write(incidents);
    const context = contextOf(incidents);
    const known = await explanation(context.sources, context.storeUrl, 1);
    await createFindingsKeeper(context).refresh(Date.now());

    const { incidents: again } = setUp(directory);
    vi.setSystemTime(seconds(3_000));
    const later = contextOf(again, {
      metrics: metricsOf([], { from: seconds(2_000), count: 0 }),
      health: healthOf([]),
      store: empty.store,
    });
    expect(await explanation(later.sources, later.storeUrl, 1)).toEqual(known);
    const { markdown, pictures } = await postMortem(later, 1);
    const after = markdown(({ name }) => name);
    expect(pictures).toEqual(before.pictures);
    expect(section(after, 'Time line').join('\n')).toMatch(/\| State .*\n.*\| Alert fired/);
    const titles = ['Summary', 'What the console found', 'Impact', 'The service map', 'Time line'];
    for (const title of titles) expect(section(after, title)).toEqual(section(before.text, title));
    expect(section(after, 'Impact').join('\n')).toMatch(/\| Failed payments \| [1-9]/);
    expect(section(after, 'Evidence').join('\n')).toContain('Failed trace');
  });

  it('is kept once, in a few kilobytes, and not before its last telemetry has come', async () => {
    const incidents = incidentOver();
    const { refresh } = createFindingsKeeper(contextOf(incidents));
    await refresh(seconds(113));
    expect(incidents.findingsOf(1)).toBeUndefined();
    await refresh(seconds(130));
    const kept = incidents.findingsOf(1);
    expect(kept).toMatchObject({ at: seconds(130), began: seconds(-10) });
    expect(JSON.stringify(kept).length).toBeLessThan(12_000);
    await refresh(seconds(200));
    expect(incidents.findingsOf(1)).toBe(kept);
    expect(incidents.withoutFindings()).toEqual([]);
  });

  it('are all changes around it and its first states, as many as there is room for', async () => {
    const incidents = incidentOver();
    const flaps = Array.from({ length: 150 }, (_, index): HealthChange => {
      const at = seconds(index / 2);
      return { at, since: at, component: 'payment', state: 'amber', reasons: [] };
    });
    const health = healthOf([...flaps]);
    await createFindingsKeeper(contextOf(incidents, { health })).refresh(seconds(130));
    const kept = incidents.findingsOf(1)?.surroundings ?? [];
    expect(kept).toHaveLength(100);
    expect(kept[0]?.kind).toBe('change');
    expect(kept.at(-1)).toMatchObject({ kind: 'state', at: seconds(49) });
  });

  it('is not kept while it lasts, nor of one whose telemetry has gone', async () => {
    const { incidents, fire } = setUp();
    fire('payment');
    await createFindingsKeeper(contextOf(incidents)).refresh(seconds(300));
    expect(incidents.findingsOf(1)).toBeUndefined();
    const old = incidentOver();
    await createFindingsKeeper(contextOf(old)).refresh(seconds(4 * 3_600));
    expect(old.findingsOf(1)).toBeUndefined();
  });

  it('is tried again when the store could not be read', async () => {
    const incidents = incidentOver();
    const context = contextOf(incidents);
    const { metrics } = context.sources;
    let isClosing = true;
    const keptSince = () => (isClosing ? expect.unreachable('closing') : metrics.keptSince());
    const sources = { ...context.sources, metrics: { ...metrics, keptSince } };
    const keeper = createFindingsKeeper({ ...context, sources });
    await expect(keeper.refresh(seconds(130))).rejects.toThrow('closing');
    isClosing = false;
    await keeper.refresh(seconds(131));
    expect(incidents.findingsOf(1)).toBeUndefined();
    await keeper.refresh(seconds(141));
    expect(incidents.findingsOf(1)).toBeDefined();
  });
});
