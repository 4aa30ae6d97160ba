import { formatClock } from '../format/clock';
import { formatCount } from '../format/units';

interface CountNoteProps {
  page: { items: readonly unknown[]; total: number; keptSince?: number };
  what: string;
}

/** How much of what there is a list shows: `newest 100 of 48,310 · kept since 13:05:10`. */
export const CountNote = ({ page, what }: CountNoteProps) => (
  <span className="tabular">
    {page.items.length < page.total
      ? `newest ${formatCount(page.items.length)} of ${formatCount(page.total)} ${what}`
      : `${formatCount(page.total)} ${what}`}
    {page.keptSince !== undefined && ` · kept since ${formatClock(page.keptSince)}`}
  </span>
);
