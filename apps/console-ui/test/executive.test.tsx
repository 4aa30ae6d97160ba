import type { Executive } from '@faultline/contracts/console';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { ExecutiveView } from '../src/executive/view';

const minute = 60_000;
const from = Date.parse('2026-11-26T12:00:00Z');

const calm: Executive = {
  from,
  to: from + 15 * minute,
  metricsSince: from - minute,
  budgets: [
    {
      slo: 'failed-payments',
      title: 'Payments do not fail',
      objective: 'at most 500 a month',
      unit: 'failed payments',
      errors: 60,
      left: 0.88,
      since: from - minute,
      burn5m: 0.5,
    },
  ],
  incidents: {
    figures: { open: 0, opened: 0 },
    before: { open: 0, opened: 0 },
    components: [],
    total: 0,
    trend: { stepMilliseconds: minute, points: [{ at: from, figures: { open: 0, opened: 0 } }] },
  },
  availability: [{ service: 'cart', requests: 0, failed: 0 }],
};

const busy: Executive = {
  ...calm,
  budgets: [
    ...calm.budgets,
    {
      slo: 'uptime-api-gateway',
      title: 'The checks of api-gateway succeed',
      objective: '99.99 %',
      unit: 'seconds of downtime',
      errors: 300,
      left: -0.16,
      burn5m: 1234.5,
      burn1h: 12.3,
    },
  ],
  incidents: {
    figures: { open: 1, opened: 2, mtta: 20, mttr: 90 },
    before: { open: 0, opened: 1, mtta: 30 },
    components: [{ component: 'payment', opened: 2, open: 1, pages: 2, seconds: 200 }],
    total: 3,
    trend: {
      stepMilliseconds: minute,
      points: [
        { at: from, figures: { open: 0, opened: 1, mtta: 20, mttr: 90 } },
        { at: from + minute, figures: { open: 1, opened: 1 } },
      ],
    },
  },
  availability: [
    { service: 'payment', requests: 1200, failed: 12, served: 0.99, ready: 1 },
    { service: 'cart', requests: 0, failed: 0 },
  ],
};

/** The words of the page, without markup. */
const wordsOf = (data: Executive): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <ExecutiveView data={data} />
    </MemoryRouter>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

describe('the executive page', () => {
  it('says what to do where there was no incident', () => {
    const words = wordsOf(calm);
    expect(words).toContain('No incident in this range Alerts open incidents.');
    expect(words).toContain('No incident began in this range');
    expect(words).toContain('no incident is open');
  });

  it('shows what is left of each budget, in its unit, and how fast it is spent', () => {
    const words = wordsOf(busy);
    expect(words).toContain('Payments do not fail at most 500 a month 88 %');
    expect(words).toContain('60 failed payments burn rate, 5 min 0.5× 1 h –');
    expect(words).toContain(
      'Used up 300 seconds of downtime burn rate, 5 min 1,200× too fast 1 h 12× too fast',
    );
    expect(words).toContain('Scarcest budget Used up seconds of downtime');
  });

  it('shows incidents with their mean times, against the time before and step by step', () => {
    const words = wordsOf(busy);
    expect(words).toContain('Incidents 2 1 in the time before');
    expect(words).toContain('Open now 1 not resolved yet');
    expect(words).toContain('(MTTA) 20 s 30 s in the time before');
    expect(words).toContain('(MTTR) 1 min 30 s none in the time before');
    expect(words).toContain('1 incident, acknowledged after 20 s, resolved after 1 min 30 s');
    expect(words).toContain('payment 2 2 pages 3 min 20 s 1 open');
    expect(words).toContain('2 more components');
  });

  it('says so while nobody has acknowledged or resolved anything', () => {
    const points = [{ at: from, figures: { open: 1, opened: 1 } }];
    const incidents = { ...busy.incidents, trend: { stepMilliseconds: minute, points } };
    expect(wordsOf({ ...busy, incidents })).toContain(
      'No incident was acknowledged or resolved yet',
    );
  });

  it('shows how available each service was, and where nothing is known', () => {
    const words = wordsOf(busy);
    expect(words).toContain('payment 1,200 99 % 100 %');
    expect(words).toContain('cart 0 no requests not checked');
  });
});
