import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { runbookFiles } from '../src/runbooks/render-runbook';

const all = runbookFiles(resolve(__dirname, '../..'));
const pages = all.filter(([, text]) => text.includes('```promql'));

const minutes = (text: string, pattern: RegExp): Set<string | undefined> =>
  new Set([...text.matchAll(pattern)].map(([, found]) => found));

it('a runbook says the times of the rule that it shows', () => {
  expect(pages.length).toBeGreaterThan(20);
  for (const [path, text] of pages) {
    const table = text.split('\n').filter((line) => line.startsWith('| '));
    const said = minutes(table.join('\n'), /\b(?:within|for) (\d+ (?:min|s))\b/g);
    const [, promql = ''] = /```promql\n(.*?)```/s.exec(text) ?? [];
    const asked = minutes(promql, /\[(\d+)m\]/g);
    for (const each of said)
      expect(
        [...asked].map((time) => `${time} min`),
        path,
      ).toContain(each);
  }
});

it('a runbook says how to confirm the alert in the console, in Grafana and on a command line', () => {
  for (const [path, text] of all.filter(([name]) => name !== 'docs/runbooks.md'))
    for (const way of ['Console', 'Grafana', 'Command line'])
      expect(text, path).toContain(`\n- ${way}: `);
});
