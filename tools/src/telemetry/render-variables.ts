import { type OpenTelemetryVariable, openTelemetryVariables } from '@faultline/telemetry';

const header = `# OpenTelemetry's environment

How a service uses each variable of [OpenTelemetry's specification](https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/).
An empty variable counts as unset. A service ignores variables that are not supported or have an invalid value, and any
other variable whose name begins with \`OTEL_\`. It logs each of them once, at the start, as
\`telemetry-variable-ignored\`, with the name but not the value.

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

/** docs/telemetry-variables.md: one row per variable, supported ones first. */
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
