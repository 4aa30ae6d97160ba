import type { ReceivedLog } from '../logs';
import type { ReceivedSpan } from '../spans';

/** An id in hexadecimal, of 32 digits for a trace or 16 for a span. */
export const id = (number: number, digits = 32): string =>
  number.toString(16).padStart(digits, '0');

const resourceOf = (service: string) => ({ 'service.name': service, 'service.version': '1.0.0' });

/** A span of the first second of 1970, of the service cart by default. */
export const span = ({
  service = 'cart',
  ...changes
}: Partial<ReceivedSpan> = {}): ReceivedSpan => ({
  service,
  resource: resourceOf(service),
  traceId: id(1),
  spanId: id(1, 16),
  parentSpanId: '',
  name: 'GET /cart',
  kind: 'SERVER',
  start: 1_000,
  end: 1_010,
  status: 'UNSET',
  attributes: {},
  events: [],
  links: [],
  ...changes,
});

/** A log record of the same time. */
export const log = ({ service = 'cart', ...changes }: Partial<ReceivedLog> = {}): ReceivedLog => ({
  service,
  resource: resourceOf(service),
  time: 1_000,
  level: 'info',
  message: 'http-request',
  traceId: '',
  spanId: '',
  attributes: {},
  ...changes,
});
