import type { Attributes } from '@faultline/otlp';
import { id, span } from '@faultline/otlp/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare, parseQuery, type Value } from '../src';
import { openStore } from './fixture';

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

  it('leaves out numbers that are none, which were stored as nothing', () => {
    const { writer, reader } = openStore();
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    writer.append({
      spans: numbers.map((number) =>
        span({
          spanId: id(number + 1, 16),
          status: number < 5 ? 'ERROR' : 'UNSET',
          attributes: { ratio: Number.NaN, colour: number < 5 ? 'red' : 'blue' },
        }),
      ),
      logs: [],
    });
    const limits = { selected: 10, rest: 10 };
    const { differences } = reader.compare(
      { from: 0, to: 10_000 },
      parseQuery('status:error'),
      limits,
    );
    expect(differences).toContainEqual({ key: 'colour', value: 'red', selected: 1, rest: 0 });
    expect(differences.map(({ key }) => key)).not.toContain('ratio');
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
