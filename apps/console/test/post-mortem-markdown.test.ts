import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain, prose } from '../src/post-mortem/markdown';

it('a text of a person is one line without markup, whatever it is, and reads as it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = plain(text);
      expect(shown).not.toMatch(/[\n\r<>]/);
      const bare = shown.replace(/\\[\\`*_{}[\]()#|~$!]|&(amp|lt|gt|#64);/g, '');
      expect(bare).not.toMatch(/[\\`*_{}[\]()#|~$!&@]/);
      const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', '#64': '@' };
      const read = shown.replace(
        /\\(.)|&(amp|lt|gt|#64);/gsu,
        (_, literal?: string, entity = '') => literal ?? entities[entity] ?? '',
      );
      const words = text
        .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
        .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
        .trim();
      expect(read).toBe(words);
    }),
  );
});

it('addresses in a text are links, and lead where they say', () => {
  expect(prose('see https://grafana.test/d/a_b?x=(1)#c, then *wait*')).toBe(
    'see [https://grafana.test/d/a\\_b?x=\\(1\\)\\#c](https://grafana.test/d/a_b?x=%281%29#c), then \\*wait\\*',
  );
  expect(prose('(http://a.test/x|y)')).toBe('\\([http://a.test/x\\|y](http://a.test/x%7Cy)\\)');
  expect(prose('no address: javascript:alert(1), http://')).toBe(
    plain('no address: javascript:alert(1), http://'),
  );
});
