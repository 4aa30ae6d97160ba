import { Type } from 'typebox';
import { defineFault } from '../fault';
import { wholeNumber } from '../settings';

export const logFlood = defineFault({
  key: 'logFlood',
  order: 160,
  title: 'cart logs a hundred times as much',
  service: 'cart',
  scope: 'request',
  settings: Type.Object({
    lines: wholeNumber(99, 1, 1_000, 'Lines that each request writes beside its own'),
  }),
  mechanism: 'Every read of a cart writes a log line for each step of a loop.',
  userImpact: 'Nothing, but the logs cost more.',
  evidence: {
    metric: {
      kind: 'ratio',
      numerator: { service: 'cart', metric: 'log_lines_total' },
      denominator: { service: 'cart', metric: 'http_server_request_duration_seconds_count' },
      window: 15,
      threshold: 5,
    },
    trace: 'none',
    log: { service: 'cart', message: 'cart-line-read', minPerTrace: 50 },
    symptom: 'none',
    alert: { name: 'LogVolumeHigh', subject: 'cart' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'cart', 'session', 'payment'],
  remedy: 'Lower the level of the line or remove it; sample at the collector meanwhile.',
  hints: [
    'What do logs cost, and which service writes most of them?',
    'Count the log lines per request, for each service.',
    'One message has nearly all of the lines.',
  ],
  investigate: [
    '`log_lines_total` of cart grows a hundred times as fast as its requests.',
    'Grouped by message, one name stands out; its lines add nothing to the line of the request.',
  ],
  difficulty: 'easy',
  source: '“The path to understand and debug distributed systems”, a talk: the cost of logs.',
});
