import { faultOf } from '@faultline/faults';
import { begin, mysteryFault, mysteryRate, type Question, questions } from './mystery';
import { renderSteps } from './render-steps';
import { actionWords, sightWords } from './words';

const folded = (summary: string, text: string): string => `<details>
<summary>${summary}</summary>

${text}

</details>`;

const hintTitle = (index: number): string => (index === 0 ? 'A hint' : 'Another hint');

const renderQuestion = ({ title, hints, steps, answer }: Question, index: number): string =>
  `### ${index + 1}. ${title}

${hints.map((hint, place) => folded(hintTitle(place), hint)).join('\n\n')}

${folded('The answer', `${answer}\n\n${renderSteps(steps, false)}`)}
`;

const { title, mechanism, remedy } = faultOf('productItem');

/** docs/workshop.md */
export const renderWorkshop = (): string => `# Workshop: the doughnut

A murder mystery of 20 minutes, to be played alone. In a big bakery, so the story goes, one kind of doughnut could not be
ordered any more; nobody noticed, because all other orders went through. Something like that has happened in our shop. You
need nothing but the [console](console.md), and no knowledge of the code.

**House rules.** A fault is switched on, and you shall not know which. So until you have solved it, do not open the page
*Faults*, do not click *See faults*, and do not type \`npm run fault -- status\`. Everything else is allowed. \`?\` shows the keys.

## Begin (2 minutes)

Start the shop, with more shoppers than usual:

\`\`\`sh
npm start -- --rate ${mysteryRate}
\`\`\`

When everything is up, open a second terminal:

\`\`\`sh
npm run fault -- ${mysteryFault.words}
\`\`\`

It says “${mysteryFault.prints}”, and not which. It goes on for half an hour, or until Ctrl-C. Then:

${begin
  .flatMap(({ do: actions }) => actions)
  .filter(({ kind }) => kind === 'open')
  .map((action) => `${actionWords(action)}.`)
  .join('\n')}
You see ${begin.flatMap(({ see }) => see.map(sightWords)).join('; ')}. Read the ticket meanwhile.

## The ticket

> **No. 4127, from customer service to the people on call.** Three customers have written this morning. They click on
> something that they want to buy, and get a page that says that part of the shop is not answering. One tried it five times,
> and on her phone, too; her sister bought a lamp at the same time without any trouble. They did not say what they wanted to
> buy, and I did not ask. In my own browser the shop works. Is it you or is it them?

## The questions (15 minutes)

Find your own answer before you unfold ours. A hint is no shame.

${questions.map(renderQuestion).join('\n')}
## The solution

${folded(
  'Who did it',
  `**${title}.** ${mechanism} It is the product that question 4 has found; its page fails for every customer, every time.
One of many products is so small a share of all requests that no average and no objective shows it: only the comparison of
those that fail with those that do not.

What to do about it:

1. Tell customer service which product it is, and since when, so that they can answer the three.
2. ${remedy}
3. Let the statement be tested with all rows of the catalogue, and not with the first.
4. Leave the alert as it is, a ticket: it has told of it before the customers did. Read the tickets.

[More about this fault](faults/productItem.md), and [all others](faults.md), which are there to be found in the same way.`,
)}

## Reset (1 minute)

Ctrl-C in the second terminal switches the fault off, and says “The schedule has ended”. If that terminal is gone:

\`\`\`sh
npm run fault -- off --all
\`\`\`

To play it with somebody else, begin again with \`npm run reset\` before \`npm start\`, so that no trace of your own
investigation is left. For another riddle take another \`--seed\`: the same seed chooses the same fault.

Generated from \`test/e2e/src/walk/mystery.ts\` by \`npm run generate\`.
`;
