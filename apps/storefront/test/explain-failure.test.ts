import { describe, expect, it } from 'vitest';
import { Failure } from '../src/api/failure';
import { explainFailure } from '../src/failure/explain-failure';

describe('a failure in words', () => {
  it.each([
    [new Failure('unreachable'), 'cannot reach'],
    [new Failure('late'), 'too long'],
    [new Failure('unreadable'), 'did not understand'],
    [new Failure('error-response', { status: 404 }), 'could not find'],
    [new Failure('error-response', { status: 429 }), 'a lot of requests'],
    [new Failure('error-response', { status: 422 }), 'did not accept'],
    [new Failure('error-response', { status: 503 }), 'not answering'],
    [new Failure('error-response', { status: 500 }), 'broke on our side'],
  ])('of "%s" speaks of "%s"', (failure, words) => {
    expect(explainFailure(failure).title).toContain(words);
  });

  it("repeats the server's reason for a refusal, but not what broke inside", () => {
    const because = (status: number) =>
      explainFailure(
        new Failure('error-response', {
          status,
          problem: {
            type: 'about:blank',
            title: 'title',
            status,
            code: 'code',
            detail: 'The reason.',
            requestId: 'request-1',
          },
        }),
      ).happened;
    expect(because(422)).toBe('The reason.');
    expect(because(503)).not.toContain('The reason.');
  });
});
