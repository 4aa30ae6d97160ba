import { metricNames, metricOf } from '@faultline/telemetry/names';
import { code, table } from './table';

const header = `# Metrics

Each series has \`service_name\` and \`service_namespace\` besides its own labels. Known label values start at 0. Routes are
patterns and never paths, and whatever matches none is \`not-found\`, so that odd addresses make no series.

The error type of a store's operation is PostgreSQL's SQLSTATE (\`53300\`, \`25006\`), the code of a Redis reply
that says that the server cannot serve (\`READONLY\`, \`OOM\`, \`LOADING\`), the system's code (\`ECONNREFUSED\`),
\`unavailable\` for a loss without a code, and else \`error\`.

What prom-client makes of the runtime is listed as far as rules and dashboards use it; \`process_*\` and \`nodejs_*\` tell
more of CPU, memory, heap, event loop, garbage collection and open files.

Generated from \`libs/telemetry/src/names/metrics.ts\` by \`npm run generate\`.

`;

/** docs/metrics.md: one row a metric. */
export const renderMetrics = (): string =>
  header +
  table(
    ['metric', 'type', 'unit', 'labels', 'made by', 'what it tells'],
    metricNames.map((name) => {
      const { type, unit = '', labels, madeBy, help, note } = metricOf(name);
      const sentences = [help.replace(/\.$/, ''), ...(note === undefined ? [] : [note])];
      return [code([name]), type, unit, code(labels), madeBy, sentences.join('. ')];
    }),
  );
