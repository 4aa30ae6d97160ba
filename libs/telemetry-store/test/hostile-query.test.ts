import { id, span } from '@faultline/otlp/testing';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, QueryError } from '../src';
import { containsText, fitsPattern } from '../src/pattern';
import { openStore } from './fixture';

/** Milliseconds of CPU that something takes, so that a busy machine makes no difference; a refusal counts, too. */
const timeOf = (work: () => unknown): number => {
  const start = process.threadCpuUsage();
  try {
    work();
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
  }
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1_000;
};

const repeated = (part: string): string => part.repeat(500 / part.length).trim();

describe('a query of the permitted length is read or refused in a moment', () => {
  it.each([
    ['nested brackets', `${'('.repeat(30)}a ${'b) '.repeat(29)}c)`],
    ['a row of brackets', repeated('(a) ')],
    ['as many brackets as are taken', `${'('.repeat(8)}a ${'b) '.repeat(7)}c)`],
    ['as many brackets in a row as are taken', '(a) '.repeat(8)],
    ['empty brackets', repeated('() ')],
    ['numbers with a minus sign', repeated('-1 ')],
    ['alternatives with a minus sign', repeated('-1 OR ').replace(/ OR$/, '')],
    ['regular expressions', repeated('/a/ ')],
    ['slashes', repeated('/')],
    ['words', repeated('a ')],
    ['alternatives', repeated('a OR ').replace(/ OR$/, '')],
    ['NOT', `${'NOT '.repeat(120)}a`],
    ['a chain of NOT', repeated('NOT a ')],
    ['minus signs', `${'-'.repeat(499)}a`],
    ['fields without a value', repeated('a: ')],
    ['ranges', repeated('a:[1 TO 2] ')],
    ['spaces', `a${' '.repeat(498)}b`],
    ['open quotes', repeated('"')],
    ['quoted texts', repeated('"a" ')],
    ['backslashes', repeated('\\')],
    ['stars', repeated('*')],
  ])('%s', (_what, query) => {
    expect(query.length).toBeLessThanOrEqual(500);
    parseQuery('a:1');
    expect(timeOf(() => parseQuery(query))).toBeLessThan(250);
  });

  it('whatever it consists of', () => {
    const piece = fc.constantFrom(
      ...[
        '(',
        ')',
        'a',
        ' ',
        '-',
        '1',
        '-1',
        '/',
        '"',
        "'",
        '\\',
        ':',
        '*',
        '[1 TO 2]',
        '.',
        '(a)',
      ],
      ...[' OR ', ' AND ', 'NOT ', 'a:b', '()', '$', '#', 'é', ':>', '=', '"a"', '"\\""'],
    );
    const queries = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const runs = fc.tuple(queries, fc.integer({ min: 1, max: 30 }));
    fc.assert(
      fc.property(runs, ([query, times]) => {
        const long = query.repeat(times).slice(0, 500);
        expect(timeOf(() => parseQuery(long))).toBeLessThan(1_000);
      }),
      { numRuns: 500 },
    );
  }, 60_000);

  it.each([
    [`${'('.repeat(9)}a${')'.repeat(9)}`, 'the query has more than 8 pairs of brackets', 8],
    ['a -5', 'a negative number without a field needs quotes: "-5"', 2],
    ['a b '.repeat(16), 'the query has more than 30 terms', 60],
  ])('%s is refused with the place', (query, message, position) => {
    expect(() => parseQuery(query)).toThrow(expect.objectContaining({ message, position }));
  });

  it('brackets within quotes are text', () => {
    expect(parseQuery(`"${'('.repeat(20)} -5 /"`)).toMatchObject({ field: 'text' });
  });
});

describe('a pattern', () => {
  const stars = `${'*'.repeat(400)}z`;
  const pieces = `${'*a'.repeat(120)}*z`;

  it.each([stars, pieces])('is matched in a moment: %s', (pattern) => {
    const { writer, reader } = openStore();
    const long = 'a'.repeat(2_000);
    writer.append({
      spans: [span({ service: long, name: long, attributes: { long }, resource: { long } })],
      logs: [],
    });
    const search = { from: 0, to: 10_000, limit: 10 };
    for (const field of ['service', 'name', 'long', 'text'])
      expect(
        timeOf(() => reader.spans({ ...search, conditions: [parseQuery(`${field}:${pattern}`)] })),
        field,
      ).toBeLessThan(500);
  });

  it('fits what SQLite finds', () => {
    const { writer, reader } = openStore();
    const texts = fc.stringMatching(/^[aAbé_%\\*]{0,8}$/);
    let count = 0;
    fc.assert(
      fc.property(texts, texts, (name, pattern) => {
        count += 1;
        writer.append({
          spans: [
            span({ traceId: id(count), spanId: id(count, 16), start: count, end: count, name }),
          ],
          logs: [],
        });
        const finds = (operator: 'like' | 'contains') =>
          reader.spans({
            ...{ from: count, to: count + 1, limit: 1 },
            conditions: [{ field: 'name', operator, value: pattern }],
          }).total === 1;
        expect(fitsPattern(name, pattern)).toBe(finds('like'));
        expect(containsText(name, pattern)).toBe(finds('contains'));
      }),
      { numRuns: 500 },
    );
  });
});
