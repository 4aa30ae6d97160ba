import type { Incident } from '@faultline/contracts/console';
import { isService, isStore } from '@faultline/topology';
import { linkTo } from '../explanation/links';
import { runbookPath } from '../runbook-path';
import { link } from './markdown';
import type { Moments } from './moments';

/** How long the time is that is shown up to the worst moment. */
const lookBack = 15 * 60_000;

/** The page that says what to do about an alert; undefined for alerts of others. */
export const runbookLink = (name: string): string | undefined => {
  const path = runbookPath(name);
  return path === undefined ? undefined : link(name, path);
};

/** Where to look at what happened, as Markdown. */
export const evidenceLinks = (
  consoleUrl: string,
  { id, components }: Incident,
  { began, end, worst }: Moments,
  traces: readonly string[],
): string[] => {
  const range = { from: began, to: end };
  const known = components.filter((name) => isService(name) || isStore(name));
  const pages: [words: string, path: string][] = [
    ['The incident', `/incidents/${id}`],
    ['The service map at the worst moment', linkTo.overview({ from: worst - lookBack, to: worst })],
    ...known.map((name): [string, string] => [`Component ${name}`, linkTo.component(name, range)]),
    ['Errors in logs', linkTo.logs('level:error', range)],
    ['Traces that failed', linkTo.traces('status:ERROR', range)],
    ...traces.map((trace): [string, string] => [
      `Failed trace ${trace}`,
      linkTo.wholeTrace(trace, range),
    ]),
  ];
  return pages.map(([words, path]) => link(words, consoleUrl + path));
};
