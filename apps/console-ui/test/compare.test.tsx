import type { Comparison } from '@faultline/contracts/console';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Compare } from '../src/component/compare';
import { unhealthySince } from '../src/component/unhealthy-since';

it('says how many spans are needed, where there are too few', () => {
  const data: Comparison = {
    selected: { compared: 4, total: 4 },
    rest: { compared: 20, total: 20 },
    minSpans: 5,
    differences: [],
  };
  const words = renderToStaticMarkup(
    <Compare data={data} selected={false} onNarrow={() => undefined} />,
  );
  expect(words).toContain('Only 4 spans to compare');
  expect(words).toContain('5 are needed');
});

it('begins 15 s before a component turned, by the oldest of its reasons', () => {
  const reason = { rule: 'errors', words: '12 % of its requests fail' } as const;
  const reasons = [
    { ...reason, since: 100_000 },
    { ...reason, since: 80_000 },
  ];
  expect(unhealthySince({ state: 'red', since: 90_000, reasons })).toBe(65_000);
  expect(unhealthySince({ state: 'amber', since: 90_000, reasons: [] })).toBe(75_000);
  expect(unhealthySince({ state: 'green', since: 90_000, reasons: [] })).toBeUndefined();
});
