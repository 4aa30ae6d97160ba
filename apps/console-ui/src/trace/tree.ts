import type { LogLine, Span } from '@faultline/contracts/console';
import { shortId } from '../format/short-id';
import { lineIds } from '../logs/line-id';

export interface SpanRow {
  kind: 'span';
  key: string;
  span: Span;
  depth: number;
  /** Spans below it, shown or not. */
  descendants: number;
}

/** Siblings that do the same, many times over. */
export interface FoldRow {
  kind: 'fold';
  key: string;
  spans: readonly Span[];
  depth: number;
}

export interface LogRow {
  kind: 'log';
  key: string;
  log: LogLine;
  depth: number;
}

export type Row = SpanRow | FoldRow | LogRow;

/** From this many on, siblings that do the same are one row. */
export const manySiblings = 4;

export interface Tree {
  roots: readonly Span[];
  childrenOf: (span: Span) => readonly Span[];
  logsOf: (spanId: string | undefined) => readonly LogLine[];
}

type Contents = { spans: readonly Span[]; logs: readonly LogLine[] };

const grouped = <Item>(items: readonly Item[], keyOf: (item: Item) => string) => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
};

/** Who is whose child. A span whose parent is not in the trace is a root, and so is its log lines' place. */
export const treeOf = ({ spans, logs }: Contents): Tree => {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const parentOf = ({ parentSpanId, spanId }: Span): string =>
    parentSpanId !== undefined && parentSpanId !== spanId && known.has(parentSpanId)
      ? parentSpanId
      : '';
  const children = grouped(spans, parentOf);
  const lines = grouped(logs, ({ spanId }) =>
    spanId !== undefined && known.has(spanId) ? spanId : '',
  );
  return {
    roots: children.get('') ?? [],
    childrenOf: ({ spanId }) => children.get(spanId) ?? [],
    logsOf: (spanId) => lines.get(spanId ?? '') ?? [],
  };
};

/** What siblings have in common that are folded. */
export const sameness = ({ service, name, kind, attributes }: Span): string =>
  JSON.stringify([service, name, kind, attributes['db.query.text'] ?? '']);

/** The key of the fold of a span among the children of a parent, short enough for an address. */
const foldKey = (parent: string, group: string): string => shortId(`${parent} ${group}`);

export interface Shown {
  /** Keys of the rows whose contents are hidden: spans. */
  closed: ReadonlySet<string>;
  /** Keys of the folds that are shown in full. */
  unfolded: ReadonlySet<string>;
  logs: boolean;
}

const isStart = (row: Span | LogLine): number => ('start' in row ? row.start : row.time);

/** The rows of the waterfall from top to bottom. */
export const rowsOf = (tree: Tree, shown: Shown): Row[] => {
  const rows: Row[] = [];
  const count = (span: Span): number =>
    tree.childrenOf(span).reduce((sum, child) => sum + 1 + count(child), 0);

  const addSpan = (span: Span, depth: number): void => {
    const key = span.spanId;
    rows.push({ kind: 'span', key, span, depth, descendants: count(span) });
    if (!shown.closed.has(key)) addChildren(span.spanId, tree.childrenOf(span), depth + 1);
  };

  const addChildren = (parent: string, children: readonly Span[], depth: number): void => {
    const groups = grouped(children, sameness);
    const logs = shown.logs ? tree.logsOf(parent) : [];
    const ids = lineIds(logs);
    const idOf = new Map(logs.map((log, index) => [log, ids[index]]));
    const items = [...children, ...logs].sort((one, other) => isStart(one) - isStart(other));
    const done = new Set<string>();
    for (const item of items) {
      if (!('start' in item)) {
        rows.push({ kind: 'log', key: `${parent} ${idOf.get(item)}`, log: item, depth });
        continue;
      }
      const group = sameness(item);
      const same = groups.get(group) ?? [];
      const key = foldKey(parent, group);
      if (same.length < manySiblings) {
        addSpan(item, depth);
        continue;
      }
      if (done.has(group)) continue;
      done.add(group);
      rows.push({ kind: 'fold', key, spans: same, depth });
      if (shown.unfolded.has(key)) for (const span of same) addSpan(span, depth + 1);
    }
  };

  addChildren('', tree.roots, 0);
  return rows;
};

/** The spans that have a text somewhere: name, service, attributes, events. */
export const spansWith = (spans: readonly Span[], text: string): ReadonlySet<string> => {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return new Set();
  const fits = ({ service, name, attributes, events }: Span) =>
    JSON.stringify([service, name, attributes, events]).toLowerCase().includes(wanted);
  return new Set(spans.filter(fits).map(({ spanId }) => spanId));
};

/** What must be opened for a span to be seen: its ancestors, and the folds it is in. */
export const pathTo = (
  tree: Tree,
  spans: readonly Span[],
  spanId: string,
): { ancestors: string[]; folds: string[] } => {
  const byId = new Map(spans.map((span) => [span.spanId, span]));
  const ancestors: string[] = [];
  const folds: string[] = [];
  for (let span = byId.get(spanId); span; ) {
    const parent = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId);
    folds.push(foldKey(parent?.spanId ?? '', sameness(span)));
    if (!parent || ancestors.includes(parent.spanId)) break;
    ancestors.push(parent.spanId);
    span = parent;
  }
  return { ancestors, folds: tree.roots.length > 0 ? folds : [] };
};
