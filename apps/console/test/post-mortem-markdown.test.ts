import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plain } from '../src/post-mortem/markdown';

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
