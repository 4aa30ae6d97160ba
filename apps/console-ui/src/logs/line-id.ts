import type { LogLine } from '@faultline/contracts/console';
import { shortId } from '../format/short-id';

/** Tells a line from others, also when newer ones come before it, and short enough for an address. */
export const lineId = ({ time, service, level, spanId, message, attributes }: LogLine): string =>
  `${time}-${shortId(JSON.stringify([service, level, spanId, message, attributes]))}`;
