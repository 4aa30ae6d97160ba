import { isMap, isScalar, type Pair, parseDocument, stringify } from 'yaml';
import { faultTable } from './fault-values';

interface Row {
  path: string;
  fallback: string;
  description: string;
}

const keyOf = ({ key }: Pair): string => String(isScalar(key) ? key.value : key);

/** The sentences after `# --`, down to the key. */
const described = (comment: string | null | undefined): string => {
  const lines = (comment ?? '').split('\n').map((line) => line.trim());
  const first = lines.findLastIndex((line) => line.startsWith('-- '));
  return first < 0 ? '' : lines.slice(first).join(' ').slice(3);
};

const rowsOf = (node: unknown, path: string): Row[] => {
  if (!isMap(node)) return [];
  return node.items.flatMap((pair, index) => {
    const before = isScalar(pair.key) ? pair.key.commentBefore : undefined;
    // The comment above the first key is that of the whole map.
    const comment = index === 0 ? (before ?? node.commentBefore) : before;
    const here = path ? `${path}.${keyOf(pair)}` : keyOf(pair);
    const description = described(comment);
    const { value } = pair;
    const leaf = !isMap(value) || value.flow || value.items.length === 0;
    if (leaf) return [{ path: here, fallback: inline(value), description }];
    const rows = rowsOf(value, here);
    return description ? [{ path: here, fallback: '', description }, ...rows] : rows;
  });
};

const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

const cell = (text: string): string => text.replaceAll('|', '\\|');

const tableOf = (rows: readonly Row[]): string =>
  [
    '| value | default | |',
    '| --- | --- | --- |',
    ...rows.map(
      ({ path, fallback, description }) =>
        `| \`${path}\` | ${fallback && `\`${cell(fallback)}\``} | ${cell(description)} |`,
    ),
  ].join('\n');

/** README.md of the chart: every value with its default and its comment in values.yaml. */
export const renderChartReadme = (values: string): string => {
  const rows = rowsOf(parseDocument(values).contents, '').filter(
    // They have a table of their own.
    ({ path }) => !/^fault(s|Settings)\./.test(path),
  );
  return `<!-- Generated from values.yaml by npm run generate. -->

# The chart of Faultline

Six services, two PostgreSQL servers and two Redis servers with a replica each, with
[faults](../../../docs/faults.md) as values. [How to install, break and remove it](../../../docs/kubernetes.md).

\`\`\`sh
helm install faultline deploy/helm/faultline
helm upgrade faultline deploy/helm/faultline --reset-then-reuse-values --force-conflicts --set faults.payment=true
helm upgrade faultline deploy/helm/faultline --reset-then-reuse-values --force-conflicts --set faults.payment=false
\`\`\`

\`values-production.yaml\` beside this file is for larger clusters.

## Faults

\`faults.<name>\` is \`true\`, \`false\`, or a share of the requests such as \`25%\` for a fault with a rate. The settings are in
\`faultSettings.<name>\`; durations are milliseconds, or text such as \`5m\`, \`30s\`, \`300ms\`. With \`for\` a fault ends by itself;
\`version\` and \`session\` limit it to one version of its service, or to one shopper.

${faultTable()}

## Values

${tableOf(rows)}
`;
};
