import { Type } from 'typebox';
import { defineFault } from '../fault';
import { wholeNumber } from '../settings';

export const sessionLeak = defineFault({
  key: 'sessionLeak',
  order: 110,
  title: 'session leaks memory',
  service: 'session',
  scope: 'request',
  settings: Type.Object({
    kilobytes: wholeNumber(512, 16, 4_096, 'Kilobytes that each request leaves behind'),
  }),
  leavesBehind: 'the memory that leaked',
  mechanism: 'Each request leaves memory behind, up to 400 MB, which only a restart frees.',
  userImpact: 'Nothing at first; later, session restarts in the middle of requests.',
  evidence: {
    metric: {
      kind: 'growth',
      series: { service: 'session', metric: 'process_resident_memory_bytes' },
      window: 60,
      threshold: 25_000_000,
    },
    trace: 'none',
    log: 'none',
    symptom: 'none',
    alert: { name: 'MemoryGrowing', subject: 'session' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'cart', 'session', 'payment'],
  remedy: 'Restart it to gain time, and compare two heap snapshots to find the leak.',
  hints: [
    'Nothing is wrong yet. What will be?',
    'Look at memory over time, service by service.',
    'It grows with the requests, and never shrinks.',
  ],
  investigate: [
    '`process_resident_memory_bytes` of session climbs steadily; that of the other services is constant.',
    'It climbs with the number of requests, so each leaves something behind.',
    'A restart frees the memory, and then the growth begins again.',
  ],
  difficulty: 'medium',
  source: 'OpenTelemetry Demo: a cache that grows.',
});
