import { backToTheMap, soon } from './common';
import type { Chapter } from './step';

/** A tour of the shop when nothing is wrong. */
export const healthy: Chapter = {
  title: 'The shop when it is well',
  minutes: 2,
  steps: [
    {
      do: [{ kind: 'open' }],
      say: 'The top row is what we promised our customers and how much of it is left. The map below is the shop as we drew it, with a rule for each component, so that it can say why something is red. The charts are rate, errors and duration, the three things that a shopper feels.',
      see: [
        { kind: 'text', text: 'Uptime budget' },
        { kind: 'text', text: 'Failed payments' },
        { kind: 'state', component: 'api-gateway', state: 'OK', within: soon },
        { kind: 'state', component: 'product', state: 'OK', within: soon },
        { kind: 'state', component: 'payment', state: 'OK', within: soon },
      ],
    },
    {
      do: [{ kind: 'component', name: 'product' }],
      say: 'One click leads to a service: its requests by route, how long each took, its errors and its logs, and further down what it costs in CPU and memory.',
      see: [
        { kind: 'title', text: 'product' },
        { kind: 'text', text: 'Durations of its requests' },
        { kind: 'text', text: 'http-request', panel: 'Logs' },
      ],
    },
    {
      do: [
        { kind: 'link', name: 'All logs', panel: 'Logs' },
        { kind: 'button', name: 'Pause' },
        { kind: 'line', words: 'route=/products/:id' },
        { kind: 'link', name: 'Open its trace' },
      ],
      say: 'Every log line knows its request. From the line to the whole path of that request: the shop’s door, the API, the product service and its database.',
      see: [
        { kind: 'text', text: 'web-gateway' },
        { kind: 'text', text: 'Critical path' },
        { kind: 'text', text: 'SELECT products' },
      ],
    },
    {
      do: [{ kind: 'span', name: 'SELECT products' }],
      say: 'This is the statement that the database got, and the account that sent it. Further down stand the version, the process and the library that measured it.',
      see: [
        { kind: 'text', text: 'Statement as', panel: 'Span' },
        { kind: 'text', text: 'from products', panel: 'Span' },
        { kind: 'text', text: 'Logs of this span', panel: 'Span' },
      ],
    },
    {
      do: [{ kind: 'key', key: '0', at: 'Spans' }, backToTheMap],
      say: 'We had stopped the clock to read; `0` goes back to now.',
      see: [{ kind: 'state', component: 'product', state: 'OK' }],
    },
  ],
  grafana: [
    {
      board: 'overview',
      panel: 'Architecture',
      shows: 'all components are green; a click on one opens its dashboard',
    },
    { board: 'overview', panel: 'Requests', shows: 'a line for each service' },
    {
      board: 'service',
      panel: 'Log lines',
      choose: { service: 'product', level: 'info' },
      shows: 'a line’s field `trace_id` opens its trace',
    },
  ],
};
