import { startAtZero } from './shop/metrics.ts';
import { steady } from './shop/steady.ts';
import { summaryOf } from './shop/summary.ts';
import { thinkScaleFrom, visits } from './shop/visit.ts';

const thinkScale = thinkScaleFrom(1);

/** An ordinary day. */
export const options = steady('baseline', '5m', thinkScale);

export const setup = startAtZero;
export const handleSummary = summaryOf('baseline');
export default visits({ thinkScale });
