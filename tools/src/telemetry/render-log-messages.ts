import { logMessageNames, logMessageOf } from '@faultline/telemetry/names';
import { code, table } from './table';

const header = `# Log messages

Every line of a log has a name (\`msg\`): what was done, from the outside in, in kebab-case. \`info\`
helps when debugging; \`error\` means that somebody should look. All lines have \`time\`, \`level\`,
\`service\` and \`version\`; those written within a request also \`traceId\`, \`spanId\`, \`traceFlags\`
(\`01\` where the trace is sampled), \`requestId\` and, when it belongs to one, a hashed \`session\`.

Generated from \`libs/telemetry/src/names/log-messages.ts\` by \`npm run generate\`.

`;

/** docs/log-messages.md: one row a message. */
export const renderLogMessages = (): string =>
  header +
  table(
    ['message', 'level', 'written by', 'its own fields', 'meaning'],
    logMessageNames.map((name) => {
      const { levels, writtenBy, fields, meaning } = logMessageOf(name);
      return [code([name]), levels.join(', '), writtenBy, code(fields), meaning];
    }),
  );
