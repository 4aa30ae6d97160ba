const key = 'fieldnote-page-loads';

/** So often in so many milliseconds; after that somebody has to ask for it. */
const max = 3;
const span = 60_000;

let loading = false;

const recentLoads = (): number[] =>
  (sessionStorage.getItem(key) ?? '')
    .split(',')
    .map(Number)
    .filter((time) => Date.now() - time < span);

/** Loads the page again, and with it the addresses of its assets; false when that did not help before. */
export const loadPageAgain = (): boolean => {
  if (loading) return true;
  try {
    const recent = recentLoads();
    if (recent.length >= max) return false;
    sessionStorage.setItem(key, [...recent, Date.now()].join(','));
  } catch {
    // Storage is blocked: nobody could count, and a page that loads for ever is worse than one that failed.
    return false;
  }
  loading = true;
  location.reload();
  return true;
};

/** What the shopper asked for is not counted. */
export const loadPageOnDemand = (): void => {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Storage is blocked: there is nothing to forget.
  }
  location.reload();
};
