import { Type } from 'typebox';
import { readJson } from '../../read-json';
import type { CheckResult } from './check';

const Summary = Type.Object({
  crossed: Type.Array(Type.String()),
  requests: Type.Object({ sent: Type.Integer(), failed: Type.Integer() }),
});

/** How many lines of a test's output are shown if it has no summary. */
const shownLines = 15;

/** What k6 says of a run in its summary, a line of JSON; otherwise the end of what the test printed. */
const inWords = (output: string): string => {
  const lines = output.trim().split('\n');
  const summary = lines.find((line) => line.startsWith('{"scenario"'));
  if (!summary) return lines.slice(-shownLines).join('\n');
  const { crossed, requests } = readJson('the summary of k6', Summary, summary);
  const sent = `${requests.sent} requests, ${requests.failed} failed`;
  return crossed.length > 0 ? `${sent}; crossed ${crossed.join(', ')}` : sent;
};

/** Whether k6's shoppers can buy: the chart's own test, in the cluster. */
export const checkSmoke = async (
  test: () => Promise<{ passed: boolean; output: string }>,
): Promise<CheckResult> => {
  const { passed, output } = await test();
  return { outcome: passed ? 'passed' : 'failed', words: inWords(output) };
};
