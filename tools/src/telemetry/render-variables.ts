import { type OpenTelemetryVariable, openTelemetryVariables } from '@faultline/telemetry';

const header = `# OpenTelemetry's environment

What becomes of each variable of [OpenTelemetry's specification](https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/)
in a service. A variable that is empty is unset. One that is not supported, or whose value cannot be used, is
ignored, and so is any other name that begins with \`OTEL_\`; the log says so once, at the start, as
\`telemetry-variable-ignored\`, with the name and without the value.

Generated from \`libs/telemetry/src/environment/variables.ts\` by \`npm run generate\`.
`;

const table = (title: string, variables: readonly OpenTelemetryVariable[]): string =>
  [
    `\n## ${title}\n`,
    '| variable | |',
    '| --- | --- |',
    ...variables.map(({ name, note }) => `| \`${name}\` | ${note} |`),
    '',
  ].join('\n');

/** docs/telemetry-variables.md: one row a variable, first those that work. */
export const renderVariables = (): string =>
  header +
  table(
    'Supported',
    openTelemetryVariables.filter(({ rule }) => rule),
  ) +
  table(
    'Not supported',
    openTelemetryVariables.filter(({ rule }) => !rule),
  );
