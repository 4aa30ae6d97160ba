const names = ['console'] as const;

/** A program beside the shop: it is no component of the service map, and no image of the shop. */
export type ToolName = (typeof names)[number];

export const toolNames: readonly ToolName[] = names;

export interface ToolSpec {
  title: string;
  /** The port of its pages and its API on one machine, before `--port-base` moves it. */
  port: number;
  /** The port that takes OTLP/HTTP. */
  intakePort: number;
}

export const tools: Readonly<Record<ToolName, ToolSpec>> = {
  console: {
    title: 'The state of the shop, its traces and its logs',
    port: 8090,
    intakePort: 8098,
  },
};
