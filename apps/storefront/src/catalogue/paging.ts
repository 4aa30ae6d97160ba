/** Divisible by 2, 3 and 4, so that full pages end in full rows. */
export const pageSize = 24;

/** The page number in a URL; page 1 if it is not a whole number from 1 up. */
export const readPage = (text: string | null): number => {
  const page = /^[1-9]\d{0,3}$/.test(text ?? '') ? Number(text) : 1;
  return page;
};

export const pageCount = (total: number, size: number): number =>
  Math.max(1, Math.ceil(total / size));

/** The first and last item of a page, counted from 1. */
export const shownRange = (page: number, size: number, total: number) => ({
  from: Math.min((page - 1) * size + 1, total),
  to: Math.min(page * size, total),
});

export type PagerStep = { page: number } | { gapAfter: number };

/**
 * The steps of a pager: the first and last page, the current one and its neighbours, gaps between.
 * A gap that would hide a single page shows that page.
 */
export const pagerSteps = (current: number, last: number): PagerStep[] => {
  const shown = [1, current - 1, current, current + 1, last]
    .filter((page, index, all) => page >= 1 && page <= last && all.indexOf(page) === index)
    .sort((a, b) => a - b);
  return shown.flatMap((page, index): PagerStep[] => {
    const before = shown[index - 1] ?? page - 1;
    if (page - before === 2) return [{ page: page - 1 }, { page }];
    if (page - before > 2) return [{ gapAfter: before }, { page }];
    return [{ page }];
  });
};
