import { boards } from '@faultline/dashboards';
import { demo } from './demo';
import { queriesOf } from './panels';
import { renderSteps } from './render-steps';
import type { Chapter, PanelShown } from './step';

const languages = {
  prometheus: 'promql',
  loki: 'logql',
  tempo: 'traceql',
  pyroscope: 'text',
} as const;

const chosen = ({ choose = {} }: PanelShown): string => {
  const words = Object.entries(choose).map(([name, value]) => `\`${name}\` = \`${value}\``);
  return words.length === 0 ? '' : `, with ${words.join(' and ')}`;
};

const indented = (text: string): string => text.replace(/^/gm, '  ');

const renderPanel = (shown: PanelShown): string => {
  const queries = queriesOf(shown).map(
    ({ datasource, text }) => `\`\`\`${languages[datasource]}\n${text}\n\`\`\``,
  );
  return `- *${boards[shown.board].title}* → *${shown.panel}*${chosen(shown)}: ${shown.shows}.\n\n${indented(queries.join('\n\n'))}`;
};

const minutesWords = (minutes: number): string => `${minutes} minute${minutes === 1 ? '' : 's'}`;

const renderChapter = ({ title, minutes, steps, grafana }: Chapter, index: number): string =>
  `## ${index + 1}. ${title} (${minutesWords(minutes)})

${renderSteps(steps, true)}

**In Grafana, in the cluster:**

${grafana.map(renderPanel).join('\n\n')}
`;

/** docs/demo.md */
export const renderDemo = (): string => `# The demo

${minutesWords(demo.reduce((sum, { minutes }) => sum + minutes, 0)).replace(/^./, (letter) => letter.toUpperCase())} on a laptop: the shop when it is well, then five faults, each found in the telemetry and switched off again. Before
you begin:

\`\`\`sh
npm start
\`\`\`

Wait until everything is up, and give the shoppers a minute, so that the charts show something. *Say* is a proposal; what
stands under *See* are the words of the page, where … stands for figures that differ each time.

\`npm run demo:walk\` takes the same steps in a browser, on a shop of its own, and fails where the page differs from this
text. \`--slow\` shows the browser to follow along (it needs a display), \`--screenshots DIRECTORY\` takes a picture of each step, and
\`--url http://127.0.0.1:8090\` walks through the shop that runs already.

**In Grafana.** In a [cluster](kubernetes.md), the [dashboards](dashboards.md) show the same. Each chapter names their panels with
their queries, as they stand in the panel: what begins with \`$\` is chosen at the top of the dashboard. Faults are switched
there by helm: \`helm upgrade … --set faults.payment=true\`.

${demo.map(renderChapter).join('\n')}
## If something is not as it stands here

\`npm run fault -- status\` says which faults are on, and \`npm run fault -- off --all\` ends all of them. After
\`npm run reset\`, the next start begins without any history.

Generated from \`test/e2e/src/walk/demo.ts\` by \`npm run generate\`.
`;
