import { type Fault, faultKeys, faultOf, settingFacts, settingsSchema } from '@faultline/faults';
import { evidenceRows } from './evidence-rows';

const seconds = (milliseconds: number): string =>
  milliseconds >= 60_000 ? `${milliseconds / 60_000} min` : `${milliseconds / 1000} s`;

/** A fault that leaves something behind, as an example. */
const healable = faultKeys.find((key) => faultOf(key).leavesBehind);

/** docs/faults.md: a row a fault. */
export const renderOverview = (): string => {
  const rows = faultKeys.map((key) => {
    const { title, service, difficulty, userImpact } = faultOf(key);
    return `| [${key}](faults/${key}.md) | ${title} | ${service} | ${difficulty} | ${userImpact} |`;
  });
  return `# Faults

Each is switched at run time, without a restart, and proven by \`npm run prove\`: that nothing shows
while it is off, that each piece of its evidence shows when it is on, that what it should leave alone is
left alone, and that the shop recovers.

\`\`\`sh
npm run fault -- on payment --rate 50 --for 5m
npm run fault -- status
npm run fault -- off payment
npm run fault -- heal ${healable}   # off, and a restart of what keeps its traces
\`\`\`

Generated from the catalogue (\`libs/faults/src/catalogue\`) by \`npm run generate\`.

| fault | what is wrong | where | difficulty | what the shopper feels |
| --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
};

const settingsTable = (fault: Fault): string => {
  const rows = Object.entries(settingsSchema(keyOf(fault)).properties).map(([name, schema]) => {
    const { description, default: fallback, minimum, maximum } = settingFacts(schema);
    const bounds = minimum === undefined ? '' : `${minimum} to ${maximum}`;
    return `| \`--${name}\` | ${description} | ${bounds} | ${fallback ?? ''} |`;
  });
  return `| setting | what it does | bounds | default |\n| --- | --- | --- | --- |\n${rows.join('\n')}`;
};

const keyOf = ({ key }: Fault) => {
  const known = faultKeys.find((each) => each === key);
  if (!known) throw new Error(`${key} is not in the catalogue`);
  return known;
};

const list = (items: readonly string[], marker: (index: number) => string): string =>
  items.map((item, index) => `${marker(index)} ${item}`).join('\n');

/** What stays when it is off, and how to be rid of it. */
const leftText = ({ key, service, leavesBehind }: Fault): string =>
  leavesBehind === undefined
    ? ''
    : `

Switched off, it leaves ${leavesBehind}: \`npm run fault -- heal ${key}\` switches it off and restarts ${service};
in Kubernetes that is \`kubectl rollout restart deployment/RELEASE-${service}\`.`;

/** docs/faults/KEY.md: what is felt, how to investigate, and the answer folded away. */
export const renderPage = (fault: Fault): string => `# ${fault.key}

${fault.userImpact}

\`\`\`sh
npm run fault -- on ${fault.key}
npm run fault -- off ${fault.key}
\`\`\`

Difficulty: ${fault.difficulty}.${fault.endsAfter === undefined ? '' : ` Ends by itself after ${seconds(fault.endsAfter)}.`}

## Hints

${list(fault.hints, (index) => `${index + 1}.`)}

<details>
<summary>How to investigate</summary>

${list(fault.investigate, (index) => `${index + 1}.`)}

</details>

<details>
<summary>The answer</summary>

**${fault.title}** (${fault.service}). ${fault.mechanism}

Remedy: ${fault.remedy}${leftText(fault)}

| signal | evidence |
| --- | --- |
${evidenceRows(fault.evidence)
  .map(([signal, text]) => `| ${signal} | ${text} |`)
  .join('\n')}

Left alone: ${fault.unaffected.join(', ')}.

Where the idea comes from: ${fault.source}

</details>

## Settings

${settingsTable(fault)}

Generated from the catalogue by \`npm run generate\`.
`;
