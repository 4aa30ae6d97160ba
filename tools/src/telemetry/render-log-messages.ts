import { logMessageNames, logMessageOf } from '@faultline/telemetry/names';
import { code, table } from './table';

const header = `# Log messages

Every log line has a name (\`msg\`) in kebab-case, from the general to the specific. \`info\`
helps with debugging; \`error\` means that somebody should look. All lines have \`time\`, \`level\`,
\`service\` and \`version\`. Lines of a request also have \`traceId\`, \`spanId\`, \`traceFlags\`
(\`01\` if the trace is sampled), \`requestId\` and, if the request has a session, its hash (\`session\`).

Generated from \`libs/telemetry/src/names/log-messages.ts\` by \`npm run generate\`.

`;

/** docs/log-messages.md: one row per message. */
export const renderLogMessages = (): string =>
  header +
  table(
    ['message', 'level', 'written by', 'its own fields', 'meaning'],
    logMessageNames.map((name) => {
      const { levels, writtenBy, fields, meaning } = logMessageOf(name);
      return [code([name]), levels.join(', '), writtenBy, code(fields), meaning];
    }),
  );
