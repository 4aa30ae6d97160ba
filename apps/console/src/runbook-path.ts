import { alertNames, runbookOf } from '@faultline/slo';

/** The page that says what to do about an alert, as a path of the repository; undefined for alerts of others. */
export const runbookPath = (name: string): string | undefined =>
  alertNames.some((known) => known === name) ? runbookOf(name) : undefined;

/** The same as a part of what is said of an alert. */
export const withRunbook = (name: string): { runbook?: string } => {
  const runbook = runbookPath(name);
  return runbook === undefined ? {} : { runbook };
};
