import type { FaultCard as Fault } from '@faultline/contracts/console';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';
import { FaultCard } from '../src/faults/card';

const fault: Fault = {
  key: 'productConnections',
  title: 'No connection is left',
  service: 'product',
  difficulty: 'easy',
  scope: 'standing',
  page: 'docs/faults/productConnections.md',
  userImpact: 'Pages fail.',
  expect: [],
  mechanism: 'All connections are held.',
  remedy: 'Release them.',
  hints: [],
  settings: [],
  on: { settings: {} },
};

const markupOf = (card: Fault, docsUrl?: string): string => {
  const client = new QueryClient();
  client.setQueryData(['status'], { docsUrl });
  return renderToStaticMarkup(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <FaultCard fault={card} readOnly={false} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
};

it.each([
  ['standing', 'everything, as long as it is on'],
  ['process', 'the process'],
  ['release', 'the requests to one version'],
  ['request', 'no requests yet'],
] as const)('a fault of scope %s says that it hits %s', (scope, words) => {
  const markup = markupOf({ ...fault, scope });
  expect(markup).toContain(`<dd>${words}</dd>`);
  expect(markup.includes('Hit in the last minute')).toBe(scope === 'request');
});

it('a fault names its page, as a link where the pages can be read', () => {
  expect(markupOf(fault)).toContain('<code>docs/faults/productConnections.md</code>');
  expect(markupOf(fault, 'https://docs.example/faultline')).toContain(
    '<a href="https://docs.example/faultline/docs/faults/productConnections.md">',
  );
});
