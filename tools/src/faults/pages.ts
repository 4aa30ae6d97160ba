import {
  evidenceRows,
  type Fault,
  faultKeys,
  faultOf,
  settingFacts,
  settingsSchema,
} from '@faultline/faults';

const seconds = (milliseconds: number): string =>
  milliseconds >= 60_000 ? `${milliseconds / 60_000} min` : `${milliseconds / 1000} s`;

/** A fault that leaves something behind, as an example. */
const healable = faultKeys.find((key) => faultOf(key).leavesBehind);

/** docs/faults.md: one row per fault. */
export const renderOverview = (): string => {
  const rows = faultKeys.map((key) => {
    const { title, service, difficulty, userImpact } = faultOf(key);
    return `| [${key}](faults/${key}.md) | ${title} | ${service} | ${difficulty} | ${userImpact} |`;
  });
  return `# Faults

A fault is switched on and off at run time, without a restart. For each fault, \`npm run prove\` proves that its evidence
is absent while the fault is off and present while it is on, that the components listed as not affected stay healthy,
and that the shop recovers.

\`\`\`sh
npm run fault -- on payment --rate 50 --for 5m
npm run fault -- status
npm run fault -- off payment
npm run fault -- heal ${healable}   # switches it off and restarts the service that it has damaged
npm run fault -- schedule --seed 7 --every 20m --for 5m --blind   # lets faults come and go without saying which
\`\`\`

Generated from the catalogue (\`libs/faults/src/catalogue\`) by \`npm run generate\`.

| fault | what is wrong | where | difficulty | what the shopper notices |
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

/** Damage that remains after the fault is switched off, and how to remove it. */
const leftText = ({ key, service, leavesBehind }: Fault): string =>
  leavesBehind === undefined
    ? ''
    : `

Switching it off does not remove ${leavesBehind}. \`npm run fault -- heal ${key}\` switches it off and restarts ${service};
in Kubernetes, run \`kubectl rollout restart deployment/RELEASE-${service}\`.`;

/** docs/faults/KEY.md: the symptoms, how to investigate, and the solution in a collapsed section. */
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

Not affected: ${fault.unaffected.join(', ')}.

Source of the idea: ${fault.source}

</details>

## Settings

${settingsTable(fault)}

Generated from the catalogue by \`npm run generate\`.
`;
