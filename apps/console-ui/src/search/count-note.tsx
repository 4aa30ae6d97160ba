import { formatClock } from '../format/clock';
import { formatCount } from '../format/units';

interface CountNoteProps {
  page: { items: readonly unknown[]; total: number; keptSince?: number; searchedSince?: number };
  what: string;
}

/** How much of what there is a list shows: `newest 100 of 48,310 · kept since 13:05:10`, and
 * since when it was searched if there was too much to look at all of it. */
export const CountNote = ({ page, what }: CountNoteProps) => (
  <span className="tabular">
    {page.items.length < page.total
      ? `newest ${formatCount(page.items.length)} of ${formatCount(page.total)} ${what}`
      : `${formatCount(page.total)} ${what}`}
    {page.searchedSince !== undefined && ` · searched back to ${formatClock(page.searchedSince)}`}
    {page.keptSince !== undefined && ` · kept since ${formatClock(page.keptSince)}`}
  </span>
);
