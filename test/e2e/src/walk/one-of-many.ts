import { backToTheMap, soon } from './common';
import type { Chapter } from './step';

/** A fault that hits one product only. */
export const oneOfMany: Chapter = {
  title: 'One thing of many',
  minutes: 1.5,
  steps: [
    {
      do: [
        { kind: 'on', fault: 'productItem' },
        {
          kind: 'shop',
          path: '/products/sunday-stew-pot',
          times: 6,
          shows: 'Part of the shop is not answering',
        },
      ],
      say: 'I have broken one article of a hundred and more, and we shall find out which. For its customers the shop is broken; in the averages they do not exist.',
      see: [],
    },
    {
      do: [backToTheMap, { kind: 'component', name: 'product' }],
      say: 'Nothing is red. So we ask the other way round: what do the failed requests have that the others have not? The answer stands at the top: one product.',
      see: [
        { kind: 'text', text: 'sunday-stew-pot', panel: 'Compare', within: soon },
        { kind: 'text', text: 'invalid input syntax for type json', panel: 'Errors' },
      ],
    },
    {
      do: [
        { kind: 'trace', of: 'invalid input syntax for type json' },
        { kind: 'key', key: 'b', at: 'Spans' },
      ],
      say: 'The database refuses one statement, for one row.',
      see: [
        { kind: 'text', text: '22P02', panel: 'Span' },
        { kind: 'text', text: 'invalid input syntax for type json', panel: 'Span' },
      ],
    },
    {
      do: [{ kind: 'off', fault: 'productItem' }, backToTheMap],
      say: 'One row is mended, and we go on to what everybody notices.',
      see: [{ kind: 'state', component: 'product', state: 'OK', within: soon }],
    },
  ],
  grafana: [
    {
      board: 'service',
      panel: 'Fail, by route',
      choose: { service: 'product' },
      shows: 'only `/products/:id`, and little',
    },
    {
      board: 'service',
      panel: 'Requests by product',
      choose: { service: 'product' },
      shows: 'the product among the others',
    },
    {
      board: 'service',
      panel: 'Log lines',
      choose: { service: 'product', level: 'error' },
      shows: 'the same message again and again',
    },
  ],
};
