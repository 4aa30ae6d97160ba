import { Type } from 'typebox';
import { defineFault } from '../fault';
import { percent } from '../settings';

export const logLeak = defineFault({
  key: 'logLeak',
  order: 170,
  title: 'A card number stands in the log',
  service: 'payment',
  scope: 'request',
  settings: Type.Object({ rate: percent(100, 'Percent of the charges whose card is logged') }),
  mechanism:
    'A line written for debugging has the whole card in it: a test number of the payment industry, never the shopper’s own.',
  userImpact: 'Nothing yet.',
  evidence: {
    metric: 'none',
    trace: 'none',
    log: { service: 'payment', message: 'payment-charge-requested', cardNumber: true },
    symptom: 'none',
    alert: 'CardNumberLogged',
    serviceMap: 'none',
  },
  unaffected: ['product', 'cart', 'session', 'payment'],
  remedy: 'Take the line out, purge what was stored, and tell whoever has to be told.',
  hints: [
    'All is well for the shoppers, and all is lost for the company.',
    'Search the logs for what must never be there.',
    'Thirteen to nineteen digits that pass the Luhn check.',
  ],
  investigate: [
    'Search the logs of payment for long runs of digits.',
    '`payment-charge-requested` holds a card number; its trace tells which release wrote it.',
  ],
  difficulty: 'medium',
  source: '“The path to understand and debug distributed systems”, a talk: privacy of logs.',
});
