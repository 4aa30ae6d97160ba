import type { ReceivedSpan } from '@faultline/otlp';

/** Where a span's time went, in milliseconds. */
export interface SpanTimes {
  /** The part of its duration in which none of its children ran. */
  self: number;
  /** The part of its self time that is on the critical path. */
  critical: number;
}

interface Node {
  span: ReceivedSpan;
  children: Node[];
}

/** The spans of a trace as trees: a span whose parent is not among them is a root. A parent precedes its children. */
const treesOf = (spans: readonly ReceivedSpan[]): { roots: Node[]; nodes: Node[] } => {
  const nodes = new Map<string, Node>(spans.map((span) => [span.spanId, { span, children: [] }]));
  const roots: Node[] = [];
  for (const node of nodes.values()) {
    const parent = nodes.get(node.span.parentSpanId);
    if (parent && parent !== node) parent.children.push(node);
    else roots.push(node);
  }
  const ordered: Node[] = [];
  const byStart = (a: Node, b: Node) => b.span.start - a.span.start;
  const left = [...roots].sort(byStart);
  for (let node = left.pop(); node; node = left.pop()) {
    ordered.push(node);
    left.push(...node.children.sort(byStart));
  }
  return { roots, nodes: ordered };
};

const clipped = (value: number, { start, end }: { start: number; end: number }): number =>
  Math.min(Math.max(value, start), end);

const selfTime = ({ span, children }: Node): number => {
  let self = span.end - span.start;
  let covered = span.start;
  for (const child of children.map((each) => each.span).sort((a, b) => a.start - b.start)) {
    const from = Math.max(covered, clipped(child.start, span));
    const to = clipped(child.end, span);
    if (to <= from) continue;
    self -= to - from;
    covered = to;
  }
  return self;
};

/**
 * The critical path, from the end of a root backwards: it leads through the child that ended last before the point
 * reached so far, and goes on at that child's start. What lies between the children is the span's own.
 */
const criticalTimes = (roots: readonly Node[]): Map<ReceivedSpan, number> => {
  const times = new Map<ReceivedSpan, number>();
  const left = roots.map((node) => ({ node, start: node.span.start, end: node.span.end }));
  for (let section = left.pop(); section; section = left.pop()) {
    const { node, start, end } = section;
    let reached = end;
    let own = 0;
    const lastFirst = [...node.children].sort((a, b) => b.span.end - a.span.end);
    for (const child of lastFirst) {
      const bounds = { start, end };
      const childEnd = clipped(child.span.end, bounds);
      const childStart = clipped(child.span.start, bounds);
      if (childEnd > reached || childEnd <= childStart) continue;
      own += reached - childEnd;
      left.push({ node: child, start: childStart, end: childEnd });
      reached = childStart;
    }
    times.set(node.span, own + Math.max(0, reached - start));
  }
  return times;
};

/** The spans of a trace by their start, parents before their children, each with its times. */
export const withTimes = (
  spans: readonly ReceivedSpan[],
): { span: ReceivedSpan; times: SpanTimes }[] => {
  const { roots, nodes } = treesOf(spans);
  const critical = criticalTimes(roots);
  return nodes.map((node) => ({
    span: node.span,
    times: { self: selfTime(node), critical: critical.get(node.span) ?? 0 },
  }));
};
