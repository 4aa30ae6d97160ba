import { wellFormed } from './malformed-body';
import { logsRequest } from './messages';
import {
  type Attributes,
  anyValueOf,
  attributesOf,
  hexOf,
  type Item,
  itemsOf,
  millisecondsOf,
  textOf,
} from './read';

/** A log record as it came in. `time` is in milliseconds since 1970: when it happened, or else when it was observed. */
export interface ReceivedLog {
  service: string;
  resource: Attributes;
  time: number;
  level: string;
  /** The message's name. */
  message: string;
  traceId: string;
  spanId: string;
  attributes: Attributes;
}

/** The records of an `ExportLogsServiceRequest` in protobuf. Throws a MalformedBodyError. */
export const readLogs = (body: Uint8Array): ReceivedLog[] =>
  wellFormed(() => itemsOf(logsRequest, body).map(logOf));

/** What has neither time is observed now. */
const timeOf = ({ timeUnixNano, observedTimeUnixNano }: Item['item']): number =>
  millisecondsOf(timeUnixNano) || millisecondsOf(observedTimeUnixNano) || Date.now();

const logOf = ({ resource, item }: Item): ReceivedLog => ({
  service: textOf(resource['service.name']),
  resource,
  time: timeOf(item),
  level: textOf(item.severityText),
  message: textOf(anyValueOf(item.body)),
  traceId: hexOf(item.traceId),
  spanId: hexOf(item.spanId),
  attributes: attributesOf(item.attributes),
});
