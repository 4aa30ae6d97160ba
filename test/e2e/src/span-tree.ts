import type { ReceivedSpan } from '@faultline/otlp';

/** A span of a trace as the tests name it, with what hangs below it in the order of its start. */
export type SpanTree = [span: string, ...children: SpanTree[]];

const label = ({ service, kind, name }: ReceivedSpan): string =>
  `${service} ${kind.toLowerCase()} ${name}`;

/** The tree of one trace; throws when it has not exactly one root or a parent is missing. */
export const spanTree = (spans: readonly ReceivedSpan[], traceId: string): SpanTree => {
  const own = spans.filter((span) => span.traceId === traceId);
  const ids = new Set(own.map(({ spanId }) => spanId));
  const orphans = own.filter(({ parentSpanId }) => parentSpanId && !ids.has(parentSpanId));
  if (orphans.length > 0) throw new Error(`no parent for ${orphans.map(label).join(', ')}`);
  const roots = own.filter(({ parentSpanId }) => !parentSpanId);
  const [root] = roots;
  if (!root || roots.length > 1) throw new Error(`${roots.length} roots: ${roots.map(label)}`);
  const below = (span: ReceivedSpan): SpanTree => [
    label(span),
    ...own
      .filter(({ parentSpanId }) => parentSpanId === span.spanId)
      .sort((a, b) => a.start - b.start)
      .map(below),
  ];
  return below(root);
};
