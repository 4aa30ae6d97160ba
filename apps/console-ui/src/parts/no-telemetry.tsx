import type { ReactNode } from 'react';
import { Link, useLocation } from 'react-router';
import { useStatus } from '../api/queries';
import { formatClock } from '../format/clock';
import { withRange } from '../time/range';
import { useRange } from '../time/use-range';
import { EmptyState } from './placeholder';

interface NoTelemetryProps {
  title: string;
  /** What to do about it. */
  children?: ReactNode;
}

/** Stands where the time shown has no telemetry; it says so when that is older than what is kept. */
export const NoTelemetry = ({ title, children }: NoTelemetryProps) => {
  const { data: status } = useStatus();
  const { pathname, search } = useLocation();
  const { range, window } = useRange();
  const from = status?.keptSince;
  if (from === undefined || window().to >= from)
    return <EmptyState title={title}>{children}</EmptyState>;
  const oldest = { live: false, length: range.length, from, to: from + range.length } as const;
  return (
    <EmptyState title={`This time is too old: telemetry is kept since ${formatClock(from)}`}>
      <Link to={`${pathname}?${withRange(new URLSearchParams(search), oldest)}`}>
        Go to the oldest
      </Link>
    </EmptyState>
  );
};
