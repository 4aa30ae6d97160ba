import type { ReceivedLog, ReceivedSpan, Rejected } from '@faultline/otlp';
import type { Limits } from './writer';

const day = 24 * 60 * 60 * 1000;

/** The times, in milliseconds since 1970, between which spans and log records can be kept. */
export interface PossibleTimes {
  oldest: number;
  newest: number;
}

/** What is older would be removed at once, and what is newer never; numbers as large as those cannot even be read again. */
export const possibleTimes = (
  { maxAge, maxAhead = day }: Limits,
  now = Date.now(),
): PossibleTimes => ({ oldest: now - maxAge, newest: now + maxAhead });

const traceIdDigits = 32;
const spanIdDigits = 16;

/** Why a span cannot be kept. It may end before it starts, as after a clock was set back: then it takes no time. */
export const whyNoSpan = (
  { traceId, spanId, start, end, events }: ReceivedSpan,
  { oldest, newest }: PossibleTimes,
): string | undefined => {
  if (traceId.length !== traceIdDigits) return 'a trace id must have 16 bytes';
  if (spanId.length !== spanIdDigits) return 'a span id must have 8 bytes';
  if (start < oldest) return 'the start of a span is older than what is kept';
  if (start > newest) return 'the start of a span is in the future';
  if (end > newest) return 'the end of a span is in the future';
  if (end - start > day) return 'a span has an end more than a day after its start';
  if (events.some(({ time }) => time > newest)) return 'an event of a span is in the future';
  return undefined;
};

/** Why a log record cannot be kept. */
export const whyNoLog = (
  { time }: ReceivedLog,
  { oldest, newest }: PossibleTimes,
): string | undefined => {
  if (time < oldest) return 'a log record is older than what is kept';
  if (time > newest) return 'a log record is in the future';
  return undefined;
};

/** The items for which there is no reason against. */
export const sift = <Item>(
  items: readonly Item[],
  whyNot: (item: Item) => string | undefined,
): { kept: Item[]; rejected: Rejected | undefined } => {
  const kept: Item[] = [];
  let rejected: Rejected | undefined;
  for (const item of items) {
    const reason = whyNot(item);
    if (reason === undefined) kept.push(item);
    else rejected = { count: (rejected?.count ?? 0) + 1, reason: rejected?.reason ?? reason };
  }
  return { kept, rejected };
};
