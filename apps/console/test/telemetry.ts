import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';

const resource = { 'service.name': 'cart', 'service.version': '1.0.0' };

export const span = (changes: Partial<ReceivedSpan> = {}): ReceivedSpan => ({
  service: 'cart',
  resource,
  traceId: '0af7651916cd43dd8448eb211c80319c',
  spanId: 'b7ad6b7169203331',
  parentSpanId: '',
  name: 'GET /cart',
  kind: 'SERVER',
  start: Date.now() - 10,
  end: Date.now(),
  status: 'UNSET',
  attributes: {},
  events: [],
  links: [],
  ...changes,
});

export const log = (changes: Partial<ReceivedLog> = {}): ReceivedLog => ({
  service: 'cart',
  resource,
  time: Date.now(),
  level: 'info',
  message: 'http-request',
  traceId: '',
  spanId: '',
  attributes: {},
  ...changes,
});
