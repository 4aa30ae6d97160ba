import { id, span } from '@faultline/otlp/testing';
import { describe, expect, it } from 'vitest';
import { red } from '../../src/views/red';
import { resources } from '../../src/views/resources';
import { openStore } from '../open-store';
import { at, from, sources } from './shop-sources';

describe('requests over time', () => {
  const query = { from, to: at, points: 6, limit: 10 };

  it('are those of a service, in steps', async () => {
    const test = await openStore();
    try {
      const { times, groups, total } = await red(
        { ...sources, store: test.store },
        { ...query, by: 'service', component: 'product' },
      );
      expect(times).toEqual([0, 1, 2, 3, 4, 5].map((step) => from + step * 10_000));
      expect(total).toBe(1);
      // The scrape at the very end belongs to the next step.
      expect(groups[0]).toMatchObject({
        name: 'product',
        requests: 4 * 29 + 2 * 15,
        rate: [2, 2, 2, 3, 3, 3],
        errorShare: [0, 0, 0, 1 / 3, 1 / 3, 1 / 3].map((share) => expect.closeTo(share, 6)),
      });
      expect(groups[0]?.p95[0]).toBeCloseTo(39, 6);

      const byRoute = await red(
        { ...sources, store: test.store },
        { ...query, by: 'route', component: 'product', limit: 1 },
      );
      expect(byRoute).toMatchObject({
        total: 2,
        truncated: true,
        groups: [{ name: 'GET /products', requests: 116 }],
      });

      await test.take(
        ['doughnut', 'doughnut', 'mug'].map((product, index) =>
          span({
            service: 'product',
            spanId: id(index + 1, 16),
            start: from + index,
            end: from + index + 100,
            status: product === 'mug' ? 'UNSET' : 'ERROR',
            attributes: { 'app.product.id': product },
          }),
        ),
      );
      const byProduct = await red(
        { ...sources, store: test.store },
        { ...query, by: 'product', component: 'product' },
      );
      expect(byProduct.groups).toMatchObject([
        { name: 'doughnut', requests: 2, errorShare: [1, null, null, null, null, null] },
        { name: 'mug', requests: 1, rate: [0.1, 0, 0, 0, 0, 0] },
      ]);
      const p95 = byProduct.groups[0]?.p95[0] ?? 0;
      expect(Math.abs(p95 - 100)).toBeLessThan(3);
    } finally {
      await test.close();
    }
  });
});

describe('what a component uses', () => {
  const query = { from, to: at, points: 6 };

  it('are its charts with values', () => {
    const { charts } = resources(sources, 'product', query);
    expect(charts.map(({ name }) => name)).toEqual(['CPU', 'Memory', 'Connections to the store']);
    expect(charts[0]).toMatchObject({
      unit: 'share',
      lines: [{ name: 'of one core', values: Array(6).fill(expect.closeTo(0.05, 6)) }],
    });
    expect(charts[2]?.lines).toEqual([{ name: 'used', values: [3, 3, 3, 3, 3, 3] }]);
  });

  it('are those of a store as its service sees it', () => {
    const { charts } = resources(sources, 'product-data', query);
    expect(charts[0]).toMatchObject({ name: 'Operations', lines: [{ name: 'SELECT' }] });
    expect(charts[0]?.lines[0]?.values[2]).toBeCloseTo(4, 6);
  });

  it('are unknown of what is no component', () => {
    expect(() => resources(sources, 'nobody', query)).toThrow(
      expect.objectContaining({ code: 'unknown-component' }),
    );
  });
});
