import type { LogCall } from './collect';

const header = `# Log messages

Every line of a log has a name (\`msg\`): what was done, from the outside in, in kebab-case. \`info\`
helps when debugging; \`error\` means that somebody should look. All lines have \`time\`, \`level\`,
\`service\` and \`version\`; those written within a request also \`traceId\`, \`spanId\`, \`traceFlags\`
(\`01\` where the trace is sampled), \`requestId\` and, when it belongs to one, a hashed \`session\`.

Generated from the sources by \`npm run generate\`.

| message | level | written by | its own fields |
| --- | --- | --- | --- |
`;

const quoted = (names: Iterable<string>): string =>
  [...new Set(names)].map((name) => `\`${name}\``).join(', ');

const byName = (calls: readonly LogCall[]): [string, LogCall[]][] => {
  const groups = Map.groupBy(calls, ({ message = '' }) => message);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

/** docs/log-messages.md: one row a message. */
export const renderLogMessages = (calls: readonly LogCall[]): string =>
  header +
  byName(calls)
    .map(([message, places]) => {
      const levels = [...new Set(places.map(({ level }) => level))].join(', ');
      const owners = [...new Set(places.map(({ owner }) => owner))].join(', ');
      const fields = quoted(places.flatMap((place) => place.fields));
      return `| \`${message}\` | ${levels} | ${owners} | ${fields} |\n`;
    })
    .join('');
