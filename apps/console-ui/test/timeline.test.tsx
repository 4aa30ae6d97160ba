import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { Timeline } from '../src/incidents/timeline';

it('a comment of a person is shown whatever it says', () => {
  const words = renderToStaticMarkup(
    <Timeline
      since={0}
      entries={[
        { at: 1_000, kind: 'comment', words: 'comment', by: { kind: 'person', name: 'ada' } },
      ]}
    />,
  )
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
  expect(words).toContain('Comment comment by ada');
});
