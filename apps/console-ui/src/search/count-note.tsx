import { formatClock } from '../format/clock';
import { formatCount } from '../format/units';

interface CountNoteProps {
  page: { items: readonly unknown[]; total: number; keptSince?: number; searchedSince?: number };
  what: string;
  /** Which of them it shows. */
  first?: string;
}

/** How much of what there is a list shows: `newest 100 of 48,310 · kept since 13:05:10`, and
 * since when it was searched if there was too much to look at all of it. */
export const CountNote = ({ page, what, first = 'newest' }: CountNoteProps) => (
  <span className="tabular">
    {page.items.length < page.total
      ? `${first} ${formatCount(page.items.length)} of ${formatCount(page.total)} ${what}`
      : `${formatCount(page.total)} ${what}`}
    {page.searchedSince !== undefined && ' · '}
    <CountedSince {...page} />
    {page.keptSince !== undefined && ` · kept since ${formatClock(page.keptSince)}`}
  </span>
);

/** Since when rows were searched, if there were too many to look at all of them. */
export const CountedSince = ({ searchedSince }: { searchedSince?: number }) =>
  searchedSince !== undefined && `searched back to ${formatClock(searchedSince)}`;
