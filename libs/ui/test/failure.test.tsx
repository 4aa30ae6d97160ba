import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Notice, RequestReference } from '../src';

describe('a notice', () => {
  it('is read out at once, and offers a retry only where there is one', () => {
    const html = renderToStaticMarkup(<Notice title="No cart">It did not come.</Notice>);
    expect(html).toContain('role="alert"');
    expect(html).not.toContain('<button');
    const retried = renderToStaticMarkup(
      <Notice title="No cart" onRetry={() => undefined}>
        It did not come.
      </Notice>,
    );
    expect(retried).toMatch(/<button[^>]*>Try again<\/button>/);
  });
});

describe('a request reference', () => {
  const codes = (html: string) => [...html.matchAll(/<code>([^<]*)/g)].map(([, text]) => text);

  it('names the request, the status and the code', () => {
    const html = renderToStaticMarkup(
      <RequestReference
        failure={{ requestId: 'abc-1', status: 503, problem: { code: 'cart-unavailable' } }}
      />,
    );
    expect(codes(html)).toEqual(['abc-1', '503 cart-unavailable']);
  });

  it('is nothing without the id of a request', () => {
    expect(renderToStaticMarkup(<RequestReference failure={{ status: 503 }} />)).toBe('');
  });
});
