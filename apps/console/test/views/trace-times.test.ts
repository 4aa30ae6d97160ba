import type { ReceivedSpan } from '@faultline/otlp';
import { id, span } from '@faultline/otlp/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withTimes } from '../../src/views/trace-times';

/** A span by its number, that of its parent (0 for none), its start and its end. */
const part = (number: number, parent: number, start: number, end: number): ReceivedSpan =>
  span({
    spanId: id(number, 16),
    parentSpanId: parent === 0 ? '' : id(parent, 16),
    start,
    end,
  });

const timesOf = (spans: readonly ReceivedSpan[]) =>
  Object.fromEntries(
    withTimes(spans).map(({ span: { spanId }, times }) => [
      Number.parseInt(spanId, 16),
      [times.self, times.critical],
    ]),
  );

describe('the time of a span', () => {
  it('is its own where none of its children ran', () => {
    expect(
      timesOf([part(1, 0, 0, 100), part(2, 1, 10, 40), part(3, 1, 60, 90), part(4, 3, 70, 80)]),
    ).toEqual({ 1: [40, 40], 2: [30, 30], 3: [20, 20], 4: [10, 10] });
  });

  it('is critical in the child that ended last, not in those that ran beside it', () => {
    const beside = [part(1, 0, 0, 100), part(2, 1, 10, 50), part(3, 1, 20, 80)];
    expect(timesOf(beside)).toEqual({ 1: [30, 40], 2: [40, 0], 3: [60, 60] });
  });

  it('counts of a child that outlives its parent what is within it', () => {
    expect(timesOf([part(1, 0, 0, 50), part(2, 1, 30, 90)])).toEqual({ 1: [30, 30], 2: [60, 20] });
  });

  it('does not need the parent, nor end in a circle', () => {
    expect(timesOf([part(2, 9, 10, 20)])).toEqual({ 2: [10, 10] });
    expect(withTimes([part(1, 1, 0, 5)])).toHaveLength(1);
  });

  it('adds up to the duration of the root along the critical path', () => {
    const trees = fc.array(
      fc.record({ parent: fc.nat(), start: fc.nat(1_000), duration: fc.nat(500) }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(trees, (drawn) => {
        const spans = drawn.map(({ parent, start, duration }, index) =>
          part(index + 1, index === 0 ? 0 : (parent % index) + 1, start, start + duration),
        );
        const found = withTimes(spans);
        const sum = found.reduce((total, { times }) => total + times.critical, 0);
        expect(sum).toBe((drawn[0]?.duration ?? 0) + 0);
        for (const {
          times,
          span: { start, end },
        } of found) {
          expect(times.self).toBeGreaterThanOrEqual(0);
          expect(times.self).toBeLessThanOrEqual(end - start);
          expect(times.critical).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('shows a parent before its children, and siblings by their start', () => {
    const spans = [part(4, 1, 5, 6), part(3, 2, 7, 8), part(2, 1, 4, 9), part(1, 0, 4, 10)];
    expect(withTimes(spans).map(({ span: { spanId } }) => Number.parseInt(spanId, 16))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('takes a chain of ten thousand', () => {
    const chain = Array.from({ length: 10_000 }, (_, index) =>
      part(index + 1, index, index, 20_000),
    );
    const times = timesOf(chain);
    expect(times[1]).toEqual([1, 1]);
    expect(times[10_000]).toEqual([10_001, 10_001]);
  });
});
