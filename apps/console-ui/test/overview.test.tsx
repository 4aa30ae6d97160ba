import type { Indicators as Values } from '@faultline/contracts/console';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { describe, expect, it } from 'vitest';
import { Indicators } from '../src/overview/indicators';
import { sliderRange } from '../src/overview/slider-range';

const minute = 60_000;
const since = new Date().setHours(13, 5, 10, 0);
const at = since + minute;

const values: Values = {
  uptimeBudget: { left: 200, of: 259.2, since },
  failedPayments: { left: 480, of: 500, since },
  latency: { p95: 120, objective: 2000 },
  openAlerts: 0,
  openIncidents: 0,
  uptime: [{ component: 'api-gateway', share: 1, since }],
};

const wordsOf = (shown: Values, moment = at): string =>
  renderToStaticMarkup(
    <MemoryRouter>
      <Indicators values={shown} at={moment} since={since} />
    </MemoryRouter>,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/[\s\u202f]+/g, ' ');

describe('the figures of the overview', () => {
  it('say since when budgets are counted', () => {
    expect(wordsOf(values)).toContain('480 left of 500 a month, since 13:05');
    expect(wordsOf(values)).toContain('3 min 20 s left of 4 min 19 s a month, since 13:05');
  });

  it('do not say that all is well because no alert fires', () => {
    const words = wordsOf({ ...values, failedPayments: { left: -3, of: 500, since } });
    expect(words).toContain('Used up');
    expect(words).toContain('Alerts None no alert is firing');
    expect(words).not.toContain('objectives are met');
  });

  it('have the open incidents, and none of a bundle, which has no incidents', () => {
    expect(wordsOf({ ...values, openIncidents: 2 })).toContain('Incidents 2 open not resolved yet');
    const { openIncidents: _, ...recorded } = values;
    expect(wordsOf(recorded)).not.toContain('Incidents');
  });

  it('are not known of moments that are older than the metrics', () => {
    const words = wordsOf(
      {
        ...values,
        uptimeBudget: { of: 259.2 },
        failedPayments: { of: 500 },
        latency: { objective: 2000 },
        uptime: [{ component: 'api-gateway', since }],
      },
      since - minute,
    );
    expect(words.match(/Not known too old: metrics are kept since 13:05/g)).toHaveLength(4);
    expect(words).not.toContain('left');
  });
});

describe('the time slider', () => {
  const now = since + 24 * 60 * minute;
  it('goes from what is kept to the present', () => {
    expect(sliderRange({ now, keptSince: since, bundle: undefined })).toEqual({
      from: since,
      to: now,
    });
    expect(sliderRange({ now, keptSince: now - 1, bundle: undefined }).from).toBe(
      now - 10 * minute,
    );
  });

  it('is as long as the bundle that is shown, not from there to the present', () => {
    const bundle = { from: since, to: since + 5 * minute };
    expect(sliderRange({ now, keptSince: since, bundle })).toEqual(bundle);
  });
});
