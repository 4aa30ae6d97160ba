import type { Span } from '@faultline/contracts/console';

export interface Stretch {
  spanId: string;
  from: number;
  to: number;
}

export const endOf = ({ start, duration }: Pick<Span, 'start' | 'duration'>): number =>
  start + duration;

/**
 * The stretches of time, latest first, in which each span keeps the trace from ending: from the end of the root
 * backwards, always into the child that ended last.
 */
export const criticalPath = (
  roots: readonly Span[],
  childrenOf: (span: Span) => readonly Span[],
): Stretch[] => {
  const stretches: Stretch[] = [];
  const add = (spanId: string, from: number, to: number) => {
    if (to > from) stretches.push({ spanId, from, to });
  };
  const walk = (span: Span, end: number): void => {
    let cursor = Math.min(end, endOf(span));
    const children = childrenOf(span).toSorted((one, other) => endOf(other) - endOf(one));
    for (const child of children) {
      if (child.start >= cursor || child.start < span.start) continue;
      const childEnd = Math.min(endOf(child), cursor);
      add(span.spanId, childEnd, cursor);
      walk(child, childEnd);
      cursor = child.start;
    }
    add(span.spanId, span.start, cursor);
  };
  const [last] = roots.toSorted((one, other) => endOf(other) - endOf(one));
  if (last) walk(last, endOf(last));
  return stretches;
};
