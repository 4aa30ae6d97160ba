import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { signalsOf } from '../src/incidents/from-alertmanager';
import { postMortem } from '../src/post-mortem/post-mortem';
import { message } from './alertmanager-message';
import { fakeDateFrom } from './fake-date';
import { setUp } from './incidents-for-test';
import { openStore, type StoreForTest } from './open-store';
import { began, grown, seconds, takeFailedRequests, values } from './post-mortem-for-test';
import { healthOf, metricsOf } from './sources';
import { postMortemsOf } from './write-post-mortem';

let test: StoreForTest;
beforeAll(async () => {
  test = await openStore();
  await takeFailedRequests(test);
});
afterAll(() => test.close());
fakeDateFrom(began);

const { contextOf, incidentOver, write, section } = postMortemsOf(() => test);

describe('the post-mortem of an open incident', () => {
  it('says that it is open, and counts up to now', async () => {
    const { incidents, fire } = setUp();
    fire('payment');
    vi.setSystemTime(seconds(40));
    const { text, pictures, bundle } = await write(incidents);
    expect(text).toContain('| Duration | still open after 40 s |');
    expect(text).toContain('| Acknowledged | by nobody |');
    expect(text).toContain('| Resolved | still open |');
    expect(section(text, 'Impact')).toContain(
      `| Failed payments | ${grown(values.failedPayments, seconds(-10), seconds(40))} |`,
    );
    expect(pictures.at(-1)?.title).toBe('Now: 2026-11-26 12:00:40 UTC');
    expect(bundle.range.to).toBe(seconds(40));
  });

  it('has a bundle of an hour at most', async () => {
    const { incidents, fire } = setUp();
    fire('payment');
    vi.setSystemTime(seconds(36_000));
    const { bundle } = await write(incidents);
    expect(bundle.range).toEqual({ from: seconds(-300), to: seconds(3_300) });
  });
});

describe('the post-mortem of another installation', () => {
  it('says that the console has no telemetry of it, and blames nothing of its own shop', async () => {
    const { incidents } = setUp();
    const labels = { component: 'payment', service_namespace: 'blue' };
    for (const signal of signalsOf(message('firing', labels))) incidents.signal(signal);
    vi.setSystemTime(seconds(40));
    const { text } = await write(incidents);
    const words = 'It is about the installation blue, of which this console has no telemetry';
    expect(text.split('\n## ')[0]).toContain(words);
    expect(section(text, 'What the console found')[1]).toContain(words);
    expect(section(text, 'Time line').slice(2)).toHaveLength(1);
  });
});

describe('a post-mortem of what is not kept any more', () => {
  it('says so, and counts nothing', async () => {
    const empty = await openStore();
    const incidents = incidentOver();
    const metrics = metricsOf([], { from: seconds(200), count: 0 });
    const gone = { metrics, store: empty.store, health: healthOf([]) };
    const { markdown } = await postMortem(contextOf(incidents, gone), 1);
    await empty.close();
    const text = markdown(() => '');
    for (const title of ['The service map', 'Time line'])
      expect(section(text, title)[0]).toContain('states and changes of that time are not kept');
    const impact = section(text, 'Impact');
    expect(impact[0]).toContain('no longer kept');
    expect(impact).toContain(
      '| Shoppers affected | not known: the logs of that time are no longer kept |',
    );
    expect(impact.join('\n')).not.toContain('Failed payments');
  });
});
