import type { ReceivedSpan } from '@faultline/otlp';
import { isStore, stores } from '@faultline/topology';
import { withTimes } from '../views/trace-times';

/** The component that a span's own time and own error belong to: a call that got no response is its target's. */
const componentOf = ({ kind, service, attributes }: ReceivedSpan): string => {
  const target = attributes['peer.service'];
  return kind === 'CLIENT' && typeof target === 'string' ? target : service;
};

/** PostgreSQL refuses a statement for its data, its integrity or its syntax: who sent it is wrong. */
const wrongStatement = /^(22|23|42)[0-9A-Z]{3}$/;

/** Whether a store has refused what it should refuse. */
const isWronglyAsked = (span: ReceivedSpan): boolean => {
  const code = span.attributes['error.type'];
  if (typeof code !== 'string') return false;
  const store = componentOf(span);
  const isReplica = isStore(store) && stores[store].replicaOf !== undefined;
  return wrongStatement.test(code) || (code === 'READONLY' && isReplica);
};

interface Node {
  span: ReceivedSpan;
  parent: Node | undefined;
  children: Node[];
}

const treeOf = (spans: readonly ReceivedSpan[]): Node[] => {
  const nodes = new Map<string, Node>(
    spans.map((span) => [span.spanId, { span, parent: undefined, children: [] }]),
  );
  for (const node of nodes.values()) {
    const parent = nodes.get(node.span.parentSpanId);
    if (!parent || parent === node) continue;
    node.parent = parent;
    parent.children.push(node);
  }
  return [...nodes.values()];
};

const isFailed = ({ span }: Node): boolean => span.status === 'ERROR';

/** How many spans above it failed without a gap: an error that was carried far outweighs one that was handled. */
const carried = ({ parent }: Node): number =>
  parent && isFailed(parent) ? 1 + carried(parent) : 0;

const subtree = (node: Node): ReceivedSpan[] => [node.span, ...node.children.flatMap(subtree)];

/** The milliseconds of the critical path by component. */
export const timeByComponent = (spans: readonly ReceivedSpan[]): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const { span, times } of withTimes(spans)) {
    const component = componentOf(span);
    sums.set(component, (sums.get(component) ?? 0) + times.critical);
  }
  return sums;
};

/** An error that comes so late, in milliseconds, is that of who waited in vain. */
const longWait = 1_000;
/** The share of the time that was waited for one component. */
const mostOfIt = 0.8;

/** What took the time of a failed span, although nothing below it failed. */
const waitedFor = (node: Node): string | undefined => {
  const { span, children } = node;
  if (children.length === 0) return undefined;
  const times = timeByComponent(subtree(node));
  const [first] = [...times].sort(([, a], [, b]) => b - a);
  if (!first) return undefined;
  const [component, time] = first;
  const duration = span.end - span.start;
  const isLate = duration >= longWait && time >= mostOfIt * duration;
  return span.kind === 'CLIENT' || isLate ? component : undefined;
};

/** Where a trace failed. */
export interface Failure {
  component: string;
  span: ReceivedSpan;
}

/**
 * The deepest span that failed, of those whose error was carried farthest, and the component that it is an error of.
 * What was given up, although nothing below had failed, is an error of what took the time.
 */
export const failureIn = (spans: readonly ReceivedSpan[]): Failure | undefined => {
  const ends = treeOf(spans).filter((node) => isFailed(node) && !node.children.some(isFailed));
  const [end] = ends.sort((a, b) => carried(b) - carried(a) || a.span.start - b.span.start);
  if (!end) return undefined;
  const { span } = end;
  if (isWronglyAsked(span)) return { component: span.service, span };
  return { component: waitedFor(end) ?? componentOf(span), span };
};
