import { describe, expect, it } from 'vitest';
import { readXml } from './xml';

describe('the XML reader of these tests', () => {
  it('reads elements, attributes, text and entities', () => {
    const root = readXml(
      '<svg width="4"><title>Salt &amp; pepper</title><g><path d="M0 0"/></g></svg>',
    );
    expect(root.attributes.get('width')).toBe('4');
    expect(root.children.map(({ name, text }) => [name, text])).toEqual([
      ['title', 'Salt & pepper'],
      ['g', ''],
    ]);
    expect(root.children[1]?.children[0]?.attributes.get('d')).toBe('M0 0');
  });

  it.each([
    ['a tag that is never closed', '<svg><g></svg>'],
    ['tags that cross', '<svg><g><a></g></a></svg>'],
    ['a missing end', '<svg>'],
    ['a bare ampersand', '<svg>salt & pepper</svg>'],
    ['an entity XML does not know', '<svg>&nbsp;</svg>'],
    ['an attribute without quotes', '<svg width=4/>'],
    ['an attribute given twice', '<svg width="4" width="5"/>'],
    ['a less-than sign in an attribute', '<svg width="<"/>'],
    ['two roots', '<svg/><svg/>'],
    ['text after the root', '<svg/>more'],
    ['nothing', ''],
  ])('refuses %s', (_, source) => {
    expect(() => readXml(source)).toThrow(SyntaxError);
  });
});
