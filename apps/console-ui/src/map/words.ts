import type { ComponentStatus, Edge } from '@faultline/contracts/console';
import { formatDuration, formatRate, formatShare } from '../format/units';

type Red = Pick<ComponentStatus, 'rate' | 'errorShare' | 'p95'>;

/** Two digits are enough on a map. */
const short = (value: number): number => Number(value.toPrecision(2));

/** `12/s · 0.4 % err · p95 40 ms` */
export const trafficWords = ({ rate, errorShare, p95 }: Red): string =>
  [
    formatRate(short(rate)),
    ...(errorShare >= 0.0005 ? [`${formatShare(short(errorShare))} err`] : []),
    ...(p95 === undefined ? [] : [`p95 ${formatDuration(short(p95))}`]),
  ].join(' · ');

/** What an edge says of its errors: nothing, few of them, or many. */
export const edgeTone = ({ errorShare }: Pick<Edge, 'errorShare'>): 'calm' | 'warn' | 'bad' => {
  if (errorShare >= 0.05) return 'bad';
  return errorShare >= 0.005 ? 'warn' : 'calm';
};

/** What is wrong in words; what is not wrong needs none. */
export const reasonWords = ({ reasons }: Pick<ComponentStatus, 'reasons'>): string =>
  reasons.map(({ words }) => words).join('; ');
