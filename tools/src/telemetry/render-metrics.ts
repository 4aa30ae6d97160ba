import { metricNames, metricOf } from '@faultline/telemetry/names';
import { code, table } from './table';

const header = `# Metrics

Each series has the labels \`service_name\` and \`service_namespace\` besides its own. Series with known label values start
at 0. Route labels are patterns, never paths, and \`not-found\` if no route matched, so that unknown paths create no series.

The error type of a store operation is PostgreSQL's SQLSTATE (\`53300\`, \`25006\`), the code of the Redis reply if the
server cannot serve (\`READONLY\`, \`OOM\`, \`LOADING\`), the system's error code (\`ECONNREFUSED\`),
\`unavailable\` for a lost connection without a code, and otherwise \`error\`.

Of prom-client's runtime metrics, the table lists those that rules and dashboards use. The other \`process_*\` and \`nodejs_*\`
metrics are about CPU, memory, heap, event loop, garbage collection and open files.

Generated from \`libs/telemetry/src/names/metrics.ts\` by \`npm run generate\`.

`;

/** docs/metrics.md: one row per metric. */
export const renderMetrics = (): string =>
  header +
  table(
    ['metric', 'type', 'unit', 'labels', 'made by', 'meaning'],
    metricNames.map((name) => {
      const { type, unit = '', labels, madeBy, help, note } = metricOf(name);
      const sentences = [help.replace(/\.$/, ''), ...(note === undefined ? [] : [note])];
      return [code([name]), type, unit, code(labels), madeBy, sentences.join('. ')];
    }),
  );
