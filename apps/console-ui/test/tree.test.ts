import type { LogLine, Span } from '@faultline/contracts/console';
import { describe, expect, it } from 'vitest';
import { criticalPath } from '../src/trace/critical-path';
import { pathTo, type Row, rowsOf, spansWith, treeOf } from '../src/trace/tree';

const span = (
  spanId: string,
  parentSpanId: string | undefined,
  start: number,
  duration: number,
  more: Partial<Span> = {},
): Span => ({
  spanId,
  ...(parentSpanId !== undefined && { parentSpanId }),
  service: 'product',
  name: spanId,
  kind: 'INTERNAL',
  status: 'UNSET',
  start,
  duration,
  selfTime: 0,
  criticalTime: 0,
  attributes: {},
  resource: {},
  events: [],
  links: [],
  ...more,
});

const log = (time: number, spanId?: string): LogLine => ({
  time,
  service: 'product',
  level: 'info',
  message: `at ${time}`,
  ...(spanId !== undefined && { spanId }),
  attributes: {},
});

const nothing = { closed: new Set<string>(), unfolded: new Set<string>(), logs: true };
const words = (rows: readonly Row[]) =>
  rows.map((row) => {
    const indent = '  '.repeat(row.depth);
    if (row.kind === 'fold') return `${indent}${row.spans[0]?.name} x ${row.spans.length}`;
    return indent + (row.kind === 'span' ? row.span.name : row.log.message);
  });

const statements = Array.from({ length: 24 }, (_, index) =>
  span(`s${index}`, 'list', 10 + index * 2, 2, {
    name: 'SELECT products',
    attributes: { 'db.query.text': 'select * from products where id = $1' },
  }),
);

describe('the rows of a waterfall', () => {
  it('have children below their parent by their start, with the log lines between them', () => {
    const spans = [
      span('root', undefined, 0, 100),
      span('b', 'root', 50, 10),
      span('a', 'root', 5, 10),
    ];
    const tree = treeOf({ spans, logs: [log(20, 'root'), log(6, 'a'), log(99)] });
    expect(words(rowsOf(tree, nothing))).toEqual([
      'root',
      '  a',
      '    at 6',
      '  at 20',
      '  b',
      'at 99',
    ]);
  });

  it('have siblings that do the same as one row with their number', () => {
    const tree = treeOf({ spans: [span('list', undefined, 0, 100), ...statements], logs: [] });
    const rows = rowsOf(tree, nothing);
    expect(words(rows)).toEqual(['list', '  SELECT products x 24']);
    const fold = rows[1]?.key ?? '';
    expect(rowsOf(tree, { ...nothing, unfolded: new Set([fold]) })).toHaveLength(26);
  });

  it('do not fold siblings that ask for different things', () => {
    const different = statements.map((one, index) => ({
      ...one,
      attributes: { 'db.query.text': `select ${index}` },
    }));
    const tree = treeOf({ spans: [span('list', undefined, 0, 100), ...different], logs: [] });
    expect(rowsOf(tree, nothing)).toHaveLength(25);
  });

  it('leave out what is in a closed span, and log lines when they are off', () => {
    const spans = [span('root', undefined, 0, 100), span('a', 'root', 5, 10)];
    const tree = treeOf({ spans, logs: [log(1, 'root')] });
    expect(words(rowsOf(tree, { ...nothing, closed: new Set(['root']) }))).toEqual(['root']);
    expect(words(rowsOf(tree, { ...nothing, logs: false }))).toEqual(['root', '  a']);
  });

  it('begin with spans whose parent is not there', () => {
    const tree = treeOf({ spans: [span('orphan', 'lost', 5, 10)], logs: [log(6, 'lost')] });
    expect(words(rowsOf(tree, nothing))).toEqual(['orphan', 'at 6']);
  });

  it('show a span inside a fold once its fold is on its path', () => {
    const spans = [span('list', undefined, 0, 100), ...statements];
    const tree = treeOf({ spans, logs: [] });
    const { ancestors, folds } = pathTo(tree, spans, 's7');
    expect(ancestors).toEqual(['list']);
    const rows = rowsOf(tree, { ...nothing, unfolded: new Set(folds) });
    expect(rows.map(({ key }) => key)).toContain('s7');
  });
});

it('finds spans by any of their text, whatever its case', () => {
  const spans = [
    span('a', undefined, 0, 1, { attributes: { 'product.id': 'Enamel-Mug' } }),
    span('b', 'a', 0, 1),
  ];
  expect([...spansWith(spans, 'enamel')]).toEqual(['a']);
  expect([...spansWith(spans, ' ')]).toEqual([]);
});

describe('the critical path', () => {
  const pathOf = (spans: readonly Span[]) => {
    const tree = treeOf({ spans, logs: [] });
    return criticalPath(tree.roots, tree.childrenOf)
      .toReversed()
      .map(({ spanId, from, to }) => `${spanId} ${from}-${to}`);
  };

  it('goes through the child that ended last, and through its parent where none ran', () => {
    expect(
      pathOf([
        span('root', undefined, 0, 100),
        span('short', 'root', 10, 20),
        span('long', 'root', 10, 60),
        span('last', 'root', 75, 20),
      ]),
    ).toEqual(['root 0-10', 'long 10-70', 'root 70-75', 'last 75-95', 'root 95-100']);
  });

  it('covers the whole of the root, even if a child outlives it', () => {
    expect(pathOf([span('root', undefined, 0, 50), span('child', 'root', 20, 100)])).toEqual([
      'root 0-20',
      'child 20-50',
    ]);
  });
});
