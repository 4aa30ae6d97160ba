import type { LogLine } from '@faultline/contracts/console';
import { shortId } from '../format/short-id';

const contentId = ({ time, service, level, spanId, message, attributes }: LogLine): string =>
  `${time}-${shortId(JSON.stringify([service, level, spanId, message, attributes]))}`;

/**
 * An id for each of these lines, of which the newest come first: short enough for an address, and the same when newer
 * lines come before it. Equal lines are numbered from the oldest on.
 */
export const lineIds = (lines: readonly LogLine[]): string[] => {
  const seen = new Map<string, number>();
  return lines
    .toReversed()
    .map((line) => {
      const id = contentId(line);
      const before = seen.get(id) ?? 0;
      seen.set(id, before + 1);
      return before === 0 ? id : `${id}-${before}`;
    })
    .reverse();
};
