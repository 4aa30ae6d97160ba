import { startAtZero } from './shop/metrics.ts';
import { steady } from './shop/steady.ts';
import { summaryOf } from './shop/summary.ts';
import { thinkScaleFrom, visits } from './shop/visit.ts';

const thinkScale = thinkScaleFrom(1);

/** An ordinary day that does not end: what leaks or fills up shows by the hour. */
export const options = steady('soak', '2h', thinkScale);

export const setup = startAtZero;
export const handleSummary = summaryOf('soak');
export default visits({ thinkScale });
