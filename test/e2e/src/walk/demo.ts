import { backToTheMap, soon } from './common';
import { healthy } from './healthy';
import { oneOfMany } from './one-of-many';
import type { Chapter } from './step';

/** The demo: the shop when it is well, then five faults, each found and switched off again. */
export const demo: readonly Chapter[] = [
  healthy,
  oneOfMany,
  {
    title: 'Too many connections',
    minutes: 2,
    steps: [
      {
        do: [{ kind: 'on', fault: 'productConnections' }, backToTheMap],
        say: 'Now for something larger. Two components turn red: a service and the database behind it. Who is the culprit, and who is the victim?',
        see: [
          { kind: 'state', component: 'product-data', state: 'Failing', within: soon },
          {
            kind: 'state',
            component: 'product',
            state: 'Failing',
            why: 'of its requests fail, over 5 %',
            within: soon,
          },
        ],
      },
      {
        do: [{ kind: 'component', name: 'product' }],
        say: 'The service is there and answers, but with errors, and each kind of error has an example.',
        see: [
          { kind: 'title', text: 'product' },
          { kind: 'text', text: 'of its requests fail, over 5 %' },
          { kind: 'text', text: 'product-data cannot be used now', panel: 'Errors' },
        ],
      },
      {
        do: [
          { kind: 'trace', of: 'remaining connection slots' },
          { kind: 'key', key: 'b', at: 'Spans' },
        ],
        say: '`b` goes to the last span that failed, where most failures begin. The service did nothing wrong: the database turned it away at the door.',
        see: [
          { kind: 'text', text: 'Failed', panel: 'Span' },
          { kind: 'text', text: '53300', panel: 'Span' },
        ],
      },
      {
        do: [backToTheMap, { kind: 'component', name: 'product-data' }],
        say: 'The database says it itself, in its own log. Either it allows too few connections, or somebody opens them and does not use them. Here nearly all are idle.',
        see: [
          { kind: 'title', text: 'product-data' },
          { kind: 'text', text: 'idle', panel: 'Connections' },
          { kind: 'text', text: 'remaining connection slots', panel: 'Its own log' },
        ],
      },
      {
        do: [{ kind: 'off', fault: 'productConnections' }, backToTheMap],
        say: 'The idle connections are closed, and the shop recovers without a restart.',
        see: [
          { kind: 'state', component: 'product-data', state: 'OK', within: soon },
          { kind: 'state', component: 'product', state: 'OK', within: soon },
        ],
      },
    ],
    grafana: [
      { board: 'overview', panel: 'Which was red when', shows: 'product and product-data at once' },
      { board: 'stores', panel: 'Errors by type', shows: '`53300` of product-data' },
      {
        board: 'stores',
        panel: 'Log lines of the servers',
        choose: { store: 'product-data' },
        shows: 'the database’s own words',
      },
      {
        board: 'service',
        panel: 'Traces with an error',
        choose: { service: 'product' },
        shows: 'traces like the one above',
      },
    ],
  },
  {
    title: 'Payments fail',
    minutes: 1.5,
    steps: [
      {
        do: [{ kind: 'on', fault: 'payment' }, backToTheMap],
        say: 'Shoppers can still look around, but some cannot pay. This one costs money: we allow ourselves 500 failed payments a month, and each failure takes one away.',
        see: [
          {
            kind: 'state',
            component: 'payment',
            state: 'Failing',
            why: 'of its requests fail, over 5 %',
            within: soon,
          },
          {
            kind: 'text',
            text: 'Payments fail for a reason that is not the shopper’s',
            panel: 'Alerts',
            within: soon,
          },
        ],
      },
      {
        do: [
          { kind: 'component', name: 'payment' },
          { kind: 'trace', of: 'ECONNREFUSED' },
          { kind: 'key', key: 'b', at: 'Spans' },
        ],
        say: 'The last failed span is the call to our payment provider. The connection was refused, so nobody was charged.',
        see: [
          { kind: 'text', text: 'Failed', panel: 'Span' },
          { kind: 'text', text: 'payment-provider', panel: 'Span' },
          { kind: 'text', text: 'ECONNREFUSED', panel: 'Span' },
        ],
      },
      {
        do: [{ kind: 'link', name: 'Logs of this trace', panel: 'Span' }],
        say: 'And the log lines of the same purchase, of all services, one click away.',
        see: [
          { kind: 'title', text: 'Logs' },
          { kind: 'text', text: 'payment-charge-provider-unreachable' },
        ],
      },
      {
        do: [{ kind: 'off', fault: 'payment' }, backToTheMap],
        say: 'The way to the provider is open again.',
        see: [{ kind: 'state', component: 'payment', state: 'OK', within: soon }],
      },
    ],
    grafana: [
      {
        board: 'overview',
        panel: 'Payments that do not succeed, by reason',
        shows: 'a line `failed: provider-unreachable`',
      },
      {
        board: 'service',
        panel: 'Traces with an error',
        choose: { service: 'payment' },
        shows: 'the purchases that failed',
      },
      {
        board: 'service',
        panel: 'Log lines',
        choose: { service: 'payment', level: 'error' },
        shows: '`payment-charge-provider-unreachable`',
      },
    ],
  },
  {
    title: 'The API is gone',
    minutes: 1,
    steps: [
      {
        do: [{ kind: 'on', fault: 'apiGatewayDown' }, backToTheMap],
        say: 'Something simpler: a whole service is away. Nobody has to read logs for that, because a check from outside notices it, and the budget of downtime shrinks while we watch.',
        see: [
          {
            kind: 'state',
            component: 'api-gateway',
            state: 'Failing',
            why: 'does not answer',
            within: soon,
          },
        ],
      },
      {
        do: [{ kind: 'component', name: 'api-gateway' }],
        say: 'Offline, and since when. The services behind it are well; they merely have nothing to do.',
        see: [
          { kind: 'title', text: 'api-gateway' },
          { kind: 'text', text: 'does not answer' },
        ],
      },
      {
        do: [{ kind: 'off', fault: 'apiGatewayDown' }, backToTheMap],
        say: 'It is started again, and shoppers are back within seconds.',
        see: [
          { kind: 'state', component: 'api-gateway', state: 'OK', within: soon },
          { kind: 'state', component: 'web-gateway', state: 'OK', within: soon },
        ],
      },
    ],
    grafana: [
      { board: 'overview', panel: 'Reachable from outside', shows: 'No' },
      { board: 'outside', panel: 'Which check failed when', shows: '`api` and `api-gateway` fail' },
      {
        board: 'service',
        panel: 'Instances',
        choose: { service: 'api-gateway' },
        shows: '0',
      },
    ],
  },
  {
    title: 'Slower than promised',
    minutes: 2,
    steps: [
      {
        do: [{ kind: 'on', fault: 'productCalculation', settings: { rate: '3' } }, backToTheMap],
        say: 'We promise an answer within two seconds. A new calculation in the product service breaks that promise, and everybody has to wait for it, because the service can do only one thing at a time.',
        see: [
          { kind: 'state', component: 'product', state: 'Failing', within: soon },
          {
            kind: 'text',
            text: 'A service is slower than its objective',
            panel: 'Alerts',
            within: soon,
          },
        ],
      },
      {
        do: [{ kind: 'component', name: 'product' }],
        say: 'All routes are slow, and some requests end with an error that nobody has thought of. Who wants to know which function it is takes a profile, at the bottom of this page.',
        see: [
          { kind: 'title', text: 'product' },
          { kind: 'text', text: 'Division by zero', panel: 'Errors', within: soon },
        ],
      },
      {
        do: [{ kind: 'off', fault: 'productCalculation' }, backToTheMap],
        say: 'Without the calculation the queue empties, and the promise holds again. Five faults, and no guess: that is what telemetry is for.',
        see: [{ kind: 'state', component: 'product', state: 'OK', within: soon }],
      },
    ],
    grafana: [
      { board: 'overview', panel: 'Duration: p95', shows: 'product over 2 s' },
      {
        board: 'service',
        panel: 'Saturation: delay of the event loop, p99',
        choose: { service: 'product' },
        shows: 'seconds instead of milliseconds',
      },
      {
        board: 'service',
        panel: 'Slow traces',
        choose: { service: 'product' },
        shows: 'requests that waited',
      },
    ],
  },
];
