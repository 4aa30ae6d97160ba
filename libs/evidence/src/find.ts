import type { TraceEvidence } from '@faultline/faults';
import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { holdsCardNumber } from './card-number';
import { matches } from './matching';

interface Enough {
  minPerTrace?: number;
  minCount?: number;
}

/** What was found often enough in its trace, if there is enough of it in all. */
const enough = <Item extends { traceId: string }>(
  found: Item[],
  { minPerTrace = 1, minCount = 1 }: Enough,
): Item[] => {
  const byTrace = Map.groupBy(found, ({ traceId }) => traceId);
  const often = found.filter(({ traceId }) => (byTrace.get(traceId)?.length ?? 0) >= minPerTrace);
  return often.length >= minCount ? often : [];
};

const includes = (text: string, wanted: string): boolean =>
  /^\/.+\/$/.test(wanted) ? matches(wanted, text) : text.includes(wanted);

/** The spans that show what was looked for. */
export const findSpans = (
  spans: readonly ReceivedSpan[],
  wanted: TraceEvidence,
): ReceivedSpan[] => {
  const {
    service,
    span,
    attributes = {},
    exception,
    status,
    minDuration = 0,
    minRatio = 0,
  } = wanted;
  const alike = spans.filter(
    (each) =>
      each.service === service &&
      matches(span, each.name) &&
      (status === undefined || each.status === status) &&
      Object.entries(attributes).every(([name, value]) => matches(value, each.attributes[name])) &&
      (exception === undefined ||
        each.events.some(({ attributes: told }) =>
          includes(`${told['exception.type']} ${told['exception.message']}`, exception),
        )),
  );
  const found = alike.filter(({ start, end }) => end - start >= minDuration);
  return found.length >= alike.length * minRatio ? enough(found, wanted) : [];
};

/** A hash may be all digits, and then one in ten passes for a card number. */
const withoutIdentifiers = ({ attributes }: ReceivedLog): string => {
  const { requestId, session, ...others } = attributes;
  return JSON.stringify(others);
};

/** Which lines are looked for. */
export interface WantedLogs extends Enough {
  service: string;
  /** The line's message, or a regular expression of it between slashes. */
  message: string;
  /** Words of the line's fields. */
  containing?: string;
  cardNumber?: true;
}

/** The lines that show what was looked for. */
export const findLogs = (logs: readonly ReceivedLog[], wanted: WantedLogs): ReceivedLog[] => {
  const { service, message, containing, cardNumber } = wanted;
  const found = logs.filter((each) => {
    if (each.service !== service || !matches(message, each.message)) return false;
    if (containing === undefined && !cardNumber) return true;
    return (
      (containing === undefined || JSON.stringify(each.attributes).includes(containing)) &&
      (!cardNumber || holdsCardNumber(withoutIdentifiers(each)))
    );
  });
  return enough(found, wanted);
};
