import { Type } from 'typebox';
import { defineFault } from '../fault';
import { percent } from '../settings';

export const logLeak = defineFault({
  key: 'logLeak',
  order: 170,
  title: 'A card number is logged',
  service: 'payment',
  scope: 'request',
  settings: Type.Object({ rate: percent(100, 'Percent of the charges whose card is logged') }),
  mechanism:
    'A debug line contains the whole card number. It is a test number of the payment industry, never the shopper’s own.',
  userImpact: 'Nothing yet.',
  evidence: {
    metric: 'none',
    trace: 'none',
    log: { service: 'payment', message: 'payment-charge-requested', cardNumber: true },
    symptom: 'none',
    alert: { name: 'CardNumberLogged', subject: 'payment' },
    serviceMap: 'none',
  },
  unaffected: ['product', 'cart', 'session', 'payment'],
  remedy: 'Remove the line, purge the stored logs, and notify everybody who must know.',
  hints: [
    'Shoppers notice nothing, but the company has a security incident.',
    'Search the logs for data that must never be logged.',
    'Thirteen to nineteen digits that pass the Luhn check.',
  ],
  investigate: [
    'Search the logs of payment for long runs of digits.',
    '`payment-charge-requested` holds a card number; its trace shows which release wrote it.',
  ],
  difficulty: 'medium',
  source: '“The path to understand and debug distributed systems”, a talk: privacy of logs.',
});
