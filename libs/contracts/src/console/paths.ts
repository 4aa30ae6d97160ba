// Imports nothing, because the pages load this file itself.

/** The path of bundles: GET writes one of a range (`from`, `to`), POST opens one. */
export const bundlePath = '/api/bundle';

/** The path of an incident's post-mortem, as Markdown; with `with=bundle` as a zip file with pictures and telemetry. */
export const postMortemPath = '/api/incidents/:id/post-mortem';

/** The path of the console's server-sent events (`ConsoleEvents`). */
export const eventsPath = '/api/events';

/** The path of log records that fit a search (`q`), as they arrive (`TailEvents`). */
export const logTailPath = '/api/logs/tail';
