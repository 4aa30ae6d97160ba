import { describe, expect, it } from 'vitest';
import { picture, products } from '../src/index';
import { listings } from '../src/listings';
import { motifs } from '../src/pictures/motifs';
import { flatten, readXml } from './xml';

const pictures = products.map((product) => ({ product, source: picture(product) }));
const elements = ({ source }: { source: string }) => flatten(readXml(source));

/** What a picture is made of; with nothing else in it, it can neither load nor run anything. */
const allowed = {
  elements: 'svg title g path rect circle ellipse clipPath pattern',
  attributes:
    'xmlns viewBox role id d x y cx cy r rx ry width height transform fill fill-rule opacity stroke stroke-width stroke-linecap stroke-linejoin clip-path patternUnits',
};

describe('every picture', () => {
  it.each(pictures)(
    'of $product.id is well-formed and named by its title',
    ({ product, source }) => {
      const svg = readXml(source);
      expect(svg.name).toBe('svg');
      expect(svg.attributes.get('xmlns')).toBe('http://www.w3.org/2000/svg');
      expect(svg.attributes.get('viewBox')).toBe('0 0 400 400');
      expect(svg.children[0]).toMatchObject({ name: 'title', text: product.name });
    },
  );

  it('is smaller than 6 kB', () => {
    for (const { product, source } of pictures)
      expect(Buffer.byteLength(source), product.id).toBeLessThan(6_000);
  });

  it('holds shapes only: no script, style, text or link', () => {
    const [tags, names] = [allowed.elements, allowed.attributes].map((list) => list.split(' '));
    for (const { name, attributes } of pictures.flatMap(elements)) {
      expect(tags).toContain(name);
      for (const key of attributes.keys()) expect(names).toContain(key);
    }
  });

  it('refers only to parts of itself, each with an id of its own', () => {
    for (const one of pictures) {
      const parts = elements(one);
      const ids = parts.flatMap(({ attributes }) => attributes.get('id') ?? []);
      expect(new Set(ids).size, one.product.id).toBe(ids.length);
      const references = [...one.source.matchAll(/url\(([^)]*)\)/g)].map(([, target]) => target);
      expect(ids.map((id) => `#${id}`)).toEqual(expect.arrayContaining(references));
      expect(one.source.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|data:/);
    }
  });

  it('has numbers where numbers belong', () => {
    for (const { attributes } of pictures.flatMap(elements)) {
      expect(attributes.get('d') ?? 'M0 0').toMatch(/^[MLHVQCSTAZmlhvqcstaz\d .-]+$/);
      for (const key of ['x', 'y', 'cx', 'cy', 'r', 'rx', 'ry', 'width', 'height', 'opacity'])
        expect(Number(attributes.get(key) ?? 0)).not.toBeNaN();
    }
  });

  it('differs from every other in more than its title', () => {
    const drawings = pictures.map(({ source }) => source.replace(/<title>.*<\/title>/, ''));
    expect(new Set(drawings).size).toBe(pictures.length);
  });
});

describe('the motifs', () => {
  it('are at least 35, all of them used', () => {
    const used = new Set<string>(listings.map(({ look }) => look.motif));
    expect(used.size).toBeGreaterThanOrEqual(35);
    expect(Object.keys(motifs).filter((name) => !used.has(name))).toEqual([]);
  });

  it('come in other colours, patterns or proportions each time', () => {
    const looks = listings.map(({ look: { backdrop, ...thing } }) => JSON.stringify(thing));
    expect(new Set(looks).size).toBe(listings.length);
  });

  it('show the pattern that the product asks for', () => {
    const patterned = listings.filter(({ look }) => look.pattern);
    expect(patterned.length).toBeGreaterThan(20);
    for (const { product } of patterned)
      expect(picture(product), product.id).toContain('fill="url(#pattern)"');
  });
});

describe('picture', () => {
  it('escapes the name it is given', () => {
    const source = picture({ id: 'oak-chopping-board', name: 'Board & <knife> "rest"' });
    expect(readXml(source).children[0]?.text).toBe('Board & <knife> "rest"');
  });

  it('refuses a product that the catalogue does not have', () => {
    expect(() => picture({ id: 'perpetual-motion', name: 'Perpetual Motion' })).toThrow(RangeError);
  });
});
