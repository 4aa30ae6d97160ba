import type { ComponentStatus, Edge } from '@faultline/contracts/console';
import { formatDuration, formatRate, formatShare } from '../format/units';

type Red = Pick<ComponentStatus, 'rate' | 'errorShare' | 'p95'>;

/** Two digits are enough on a map. */
const short = (value: number): number => Number(value.toPrecision(2));

/** `0.4 % fail`; nothing when it is next to none, or not known. */
export const failedWords = ({ errorShare = 0 }: Pick<Red, 'errorShare'>): string =>
  errorShare >= 0.0005 ? `${formatShare(short(errorShare))} fail` : '';

/** `12/s`; a dash when it is not known. */
export const rateWords = ({ rate }: Pick<Red, 'rate'>): string =>
  rate === undefined ? '–' : formatRate(short(rate));

/** `12/s · p95 40 ms` */
export const loadWords = ({ p95, ...traffic }: Pick<Red, 'rate' | 'p95'>): string =>
  [rateWords(traffic), ...(p95 === undefined ? [] : [`p95 ${formatDuration(short(p95))}`])].join(
    ' · ',
  );

/** `12/s · p95 40 ms · 0.4 % fail` */
export const trafficWords = (red: Red): string =>
  [loadWords(red), failedWords(red)].filter((words) => words !== '').join(' · ');

/** What an edge says of its errors: nothing, few of them, or many. */
export const edgeTone = ({ errorShare = 0 }: Pick<Edge, 'errorShare'>): 'calm' | 'warn' | 'bad' => {
  if (errorShare >= 0.05) return 'bad';
  return errorShare >= 0.005 ? 'warn' : 'calm';
};

/** What is wrong in the fewest words: the first reason, and how many more there are. */
export const shortReason = ({
  reasons: [first, ...more],
}: Pick<ComponentStatus, 'reasons'>): string => {
  if (!first) return '';
  return more.length === 0 ? first.words : `${first.words} (+${more.length})`;
};

/** What is wrong in words; what is not wrong needs none. */
export const reasonWords = ({ reasons }: Pick<ComponentStatus, 'reasons'>): string =>
  reasons.map(({ words }) => words).join('; ');
