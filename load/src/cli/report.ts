import type { LoadSnapshot } from '../driver/snapshot';

/** One line for people: how the last seconds went. */
export const lineOf = (snapshot: LoadSnapshot): string =>
  [
    `${String(Math.round(snapshot.elapsedSeconds)).padStart(4)} s`,
    `${snapshot.journeysPerSecond.toFixed(1)} journeys/s`,
    `${(snapshot.failureRatio * 100).toFixed(1)} % failed`,
    `p95 ${Math.round(snapshot.latency.p95)} ms`,
    `${snapshot.running} running`,
    `${snapshot.requests.checkout?.['2xx'] ?? 0} bought`,
    `${snapshot.totals.dropped} dropped`,
  ].join('  ');

/** The whole run for people: totals and why journeys failed. */
export const summaryOf = ({ totals, failures }: LoadSnapshot): string =>
  [
    `${totals.succeeded} journeys succeeded, ${totals.failed} failed, ${totals.dropped} dropped, ${totals.cut} cut`,
    ...failures.map(
      ({ journey, reason, count, last }) =>
        `  ${count} × ${journey}: ${reason} (last: ${last.error}, request ${last.requestId ?? 'unknown'})`,
    ),
  ].join('\n');

/** Whether more than the ratio `most` of the ended journeys failed. A run in which none ended proves nothing. */
export const failedBeyond = ({ totals }: LoadSnapshot, most: number): boolean => {
  const ended = totals.succeeded + totals.failed;
  return ended === 0 || totals.failed / ended > most;
};
