import type { Step } from './step';
import type { Section } from './walk';

/** A question of the workshop: how one finds the answer, and what it is. */
export interface Question {
  title: string;
  hints: readonly string[];
  steps: readonly Step[];
  answer: string;
}

/** Journeys per second: the more shoppers, the sooner there are enough failures to compare. */
export const mysteryRate = 10;

/** The address on which the shop's page fails, and what the console calls the product. */
const culprit = 'sunday-stew-pot';

/** Which fault the seed chooses is no secret here; a test holds that it is the one that is asked about. */
export const mysteryFault = {
  kind: 'fault',
  words: 'schedule --blind --seed 39 --every 1801s --for 30m --count 1',
  prints: 'A fault is on',
} as const;

/** How long it takes at this rate until there are enough failures, in seconds. */
const afterSomeFailures = 180;

/** What the player does alone; nobody listens, so there is nothing to say. */
const silently = (step: Omit<Step, 'say'>): Step => ({ say: '', ...step });

export const begin: readonly Step[] = [
  silently({ do: [mysteryFault], see: [] }),
  silently({
    do: [{ kind: 'open' }],
    see: [
      { kind: 'text', text: '1 fault' },
      { kind: 'state', component: 'web-gateway', state: 'OK', within: 60 },
    ],
  }),
];

export const questions: readonly Question[] = [
  {
    title: 'How bad is it?',
    hints: [
      'The service map says which component is unwell, and why. Watch it for a minute.',
      'What does *Alerts* say, and is it a page or a ticket?',
    ],
    steps: [
      silently({
        do: [{ kind: 'page', title: 'Overview' }],
        see: [
          {
            kind: 'text',
            text: 'A service has errors that it does not expect',
            panel: 'Alerts',
            within: afterSomeFailures,
          },
          { kind: 'text', text: 'Ticket', panel: 'Alerts' },
          {
            kind: 'state',
            component: 'product',
            state: 'Warning',
            within: afterSomeFailures,
          },
          { kind: 'state', component: 'payment', state: 'OK', within: afterSomeFailures },
        ],
      }),
    ],
    answer:
      'Nothing is red: the shop as a whole is well. Now and then product is amber for some seconds, because a few requests fail in a way that it does not expect. Nobody is woken up for that, and the dashboards of the management stay green.',
  },
  {
    title: 'Did somebody change something?',
    hints: ['Releases, restarts and more or fewer instances stand in *Changes* on the overview.'],
    steps: [
      silently({
        do: [],
        see: [
          {
            kind: 'text',
            text: 'No release, restart or change of scale in this time.',
            panel: 'Changes',
          },
        ],
      }),
    ],
    answer: 'No. This time the usual suspect has an alibi.',
  },
  {
    title: 'Which requests fail?',
    hints: [
      'Go to the component that is amber sometimes, and read its *Errors*.',
      'The second chart, *Errors*, has a line for each route. All but one lie on the ground.',
      '*Compare* puts the failed requests beside all others.',
    ],
    steps: [
      silently({
        do: [{ kind: 'component', name: 'product' }],
        see: [
          { kind: 'text', text: 'invalid input syntax for type json', panel: 'Errors' },
          { kind: 'text', text: 'http.route', panel: 'Compare', within: afterSomeFailures },
          { kind: 'text', text: '/products/:id', panel: 'Compare' },
        ],
      }),
    ],
    answer:
      'Requests for a single product, `/products/:id`, and of these only a few in a hundred. Lists, search and checkout work. So the customers mean the page of a product.',
  },
  {
    title: 'What have the failed requests in common?',
    hints: [
      'It is not the customer, not the version and not the time of day.',
      'Look for a long bar over an empty one in *Compare*.',
      'The name of the attribute ends with `product.id`.',
    ],
    steps: [
      silently({
        do: [],
        see: [
          { kind: 'text', text: 'app.product.id', panel: 'Compare' },
          { kind: 'text', text: culprit, panel: 'Compare' },
        ],
      }),
      silently({
        do: [
          {
            kind: 'shop',
            path: `/products/${culprit}`,
            times: 1,
            shows: 'Part of the shop is not answering',
          },
        ],
        see: [],
      }),
    ],
    answer: `All of them are about \`${culprit}\`, and none of the others is. Open its page, and you see what the customers saw.`,
  },
  {
    title: 'Why can it not be shown?',
    hints: [
      'Every line in *Errors* leads to an example.',
      'In a trace, `b` goes to the last span that failed.',
      'Which statement did the database get, and what did it say?',
    ],
    steps: [
      silently({
        do: [
          { kind: 'trace', of: 'invalid input syntax for type json' },
          { kind: 'key', key: 'b', at: 'Spans' },
        ],
        see: [
          { kind: 'text', text: 'product SELECT products', panel: 'Span' },
          { kind: 'text', text: 'Statement as', panel: 'Span' },
          { kind: 'text', text: '22P02', panel: 'Span' },
          { kind: 'text', text: 'invalid input syntax for type json', panel: 'Span' },
        ],
      }),
    ],
    answer:
      'The service sends a statement that reads the description of this product as JSON. It is a sentence in English, so the database refuses. The service answers with 500, which every customer gets every time.',
  },
];

/** The whole workshop, as a player goes through it. */
export const mysterySections: readonly Section[] = [{ title: 'Begin', steps: begin }, ...questions];
