import { Type } from 'typebox';
import { defineFault } from '../fault';

export const apiGatewayDown = defineFault({
  key: 'apiGatewayDown',
  order: 50,
  title: 'api-gateway is gone',
  service: 'api-gateway',
  scope: 'process',
  settings: Type.Object({}),
  mechanism: 'The process is stopped and not started again; in Kubernetes it has no replicas.',
  userImpact: 'The page opens, but shows only an error message.',
  evidence: {
    metric: { kind: 'absent', service: 'api-gateway' },
    trace: {
      service: 'web-gateway',
      span: '/./',
      attributes: { 'error.type': 'api-gateway-unreachable' },
      status: 'ERROR',
    },
    log: { service: 'web-gateway', message: 'http-request', containing: '"status":503' },
    symptom: { check: '/responds with 200/' },
    alert: { name: 'ServiceDown', subject: 'api-gateway' },
    serviceMap: { component: 'api-gateway', rule: 'offline' },
  },
  unaffected: ['product', 'cart', 'session', 'payment'],
  remedy: 'Start it again, and find out why its supervisor did not.',
  hints: [
    'Which component of the service map is the first that does not respond at all?',
    'What do the callers of that component say in their spans?',
    'Nothing listens on its port: ask the supervisor, or `kubectl get deployment`.',
  ],
  investigate: [
    'Every request through web-gateway gets 503, and the services behind api-gateway are idle.',
    'web-gateway’s CLIENT spans end with a refused connection; there is no SERVER span of api-gateway.',
    'Its metrics cannot be scraped, because there is no process.',
  ],
  difficulty: 'easy',
  source: 'The shop demo of Dave Moore, after microbs: api-gateway killed.',
});
