import { Type } from 'typebox';

/** The configuration of what the console serves: its pages, its API and MCP. */
export const httpConfig = {
  /** The token that writes need. Without it, only this machine reaches the console. */
  CONSOLE_TOKEN: Type.Optional(Type.String({ minLength: 8 })),
  /** Whether reads need the token, too. */
  CONSOLE_PRIVATE: Type.Boolean({ default: false }),
  /** Whether faults can be switched, or are shown only. */
  CONSOLE_FAULTS: Type.Union([Type.Literal('switch'), Type.Literal('read-only')], {
    default: 'switch',
  }),
  /** The built pages; by default those of apps/console-ui. */
  CONSOLE_PAGES: Type.Optional(Type.String({ minLength: 1 })),
};
