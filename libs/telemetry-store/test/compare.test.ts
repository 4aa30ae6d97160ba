import type { Attributes } from '@faultline/otlp';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, type Value } from '../src';

const times = (count: number, attributes: (index: number) => Attributes): Attributes[] =>
  Array.from({ length: count }, (_, index) => attributes(index));

describe('what distinguishes a selection', () => {
  it('is first the value that the selection has and the rest has not', () => {
    const route = '/products/{id}';
    const failed = times(8, (index) => ({
      route,
      product: 'doughnut',
      pod: index % 2,
      id: `f${index}`,
    }));
    const well = times(40, (index) => ({
      route,
      product: `mug-${index % 9}`,
      pod: index % 2,
      id: `w${index}`,
    }));
    expect(compare(failed, well)).toEqual([
      { key: 'product', value: 'doughnut', selected: 1, rest: 0 },
      { key: 'route', value: route, selected: 1, rest: 1 },
      { key: 'pod', value: 0, selected: 0.5, rest: 0.5 },
    ]);
  });

  it('leaves out what few have, and takes a group as 100 % however small it is', () => {
    const few = times(4, () => ({ rare: 'yes', version: '2' }));
    const selection = [...few, ...times(4, () => ({ version: '1' }))];
    const found = compare(
      selection,
      times(1_000, () => ({ version: '1' })),
    );
    expect(found).toEqual([{ key: 'version', value: '2', selected: 0.5, rest: 0 }]);
  });

  it('looks into attributes within attributes', () => {
    const nested = times(5, () => ({ http: { method: 'GET', tags: ['a', 1] } }));
    expect(compare(nested, []).map(({ key, value }) => `${key}=${value}`)).toEqual([
      'http.method=GET',
      'http.tags=["a",1]',
    ]);
  });

  it('has the shares that counting by hand gives', () => {
    const spans = fc.array(
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('x', 'y', 'z')),
      {
        maxLength: 40,
      },
    );
    const share = (group: readonly Attributes[], key: string, value: Value): number => {
      const having = group.filter((each) => each[key] !== undefined);
      return having.length > 0
        ? having.filter((each) => each[key] === value).length / having.length
        : 0;
    };
    fc.assert(
      fc.property(spans, spans, (selection, rest) => {
        const found = compare(selection, rest);
        for (const { key, value, selected, rest: others } of found) {
          expect(selected).toBe(share(selection, key, value));
          expect(others).toBe(share(rest, key, value));
          for (const other of ['x', 'y', 'z'])
            expect(share(selection, key, other) - share(rest, key, other)).toBeLessThanOrEqual(
              selected - others,
            );
        }
        const eligible = ['a', 'b', 'c'].filter((key) => {
          const [own, all] = [selection, [...selection, ...rest]].map((group) =>
            group.filter((each) => each[key] !== undefined),
          );
          return (
            own &&
            all &&
            own.length >= 5 &&
            new Set(all.map((each) => each[key])).size / all.length <= 0.9
          );
        });
        expect(found.map(({ key }) => key).sort()).toEqual(eligible);
      }),
    );
  });
});
