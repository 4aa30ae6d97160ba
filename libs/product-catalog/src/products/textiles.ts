import type { Entry } from './entry';

export const textiles: readonly Entry[] = [
  {
    name: 'Striped Linen Cushion',
    description:
      'Stonewashed linen that arrives as soft as it will ever be. Piped in navy, filled with feathers, buttoned at the heart.',
    cents: 4900,
    look: {
      motif: 'cushion',
      main: 'cream',
      accent: 'navy',
      backdrop: 'blush',
      pattern: 'stripes',
    },
  },
  {
    name: 'Chevron Wool Cushion',
    description:
      'Lambswool woven in zigzags of mustard and charcoal. Keeps a sofa honest through November.',
    cents: 6400,
    look: {
      motif: 'cushion',
      main: 'mustard',
      accent: 'charcoal',
      backdrop: 'sage',
      pattern: 'chevron',
    },
  },
  {
    name: 'Leaf Print Cushion',
    description:
      'Block-printed by hand on heavy cotton, two leaves at a time. Look for the one upside down; there is always one.',
    cents: 5200,
    look: {
      motif: 'cushion',
      main: 'moss',
      accent: 'cream',
      backdrop: 'clay',
      pattern: 'leaves',
      build: 'small',
    },
  },
  {
    name: 'Lambswool Blanket',
    description:
      'Woven in a mill that also makes the rain. Large enough for two people who agree about the film.',
    cents: 14900,
    look: { motif: 'blanket', main: 'clay', accent: 'cream', backdrop: 'sage', pattern: 'check' },
  },
  {
    name: 'Waffle Cotton Throw',
    description:
      'All texture, hardly any weight: for summer evenings that change their mind. Machine wash, line dry, fringe included.',
    cents: 7200,
    look: { motif: 'blanket', main: 'sky', accent: 'cream', backdrop: 'butter', pattern: 'grid' },
  },
  {
    name: 'Diamond Patchwork Quilt',
    description:
      'Pieced from cotton offcuts that were too good to sweep up. Hand-tied every twelve centimetres, backed with linen.',
    cents: 21900,
    look: {
      motif: 'blanket',
      main: 'navy',
      accent: 'mustard',
      backdrop: 'blush',
      pattern: 'diamonds',
      build: 'tall',
    },
  },
  {
    name: 'Linen Tea Towel Pair',
    description:
      'Dries glass without fluff and hands without comment. Two to a pack, as one is always in the wash.',
    cents: 2400,
    look: { motif: 'tea-towel', main: 'cream', accent: 'clay', backdrop: 'sky', pattern: 'check' },
  },
  {
    name: 'Cross-Back Apron',
    description:
      'No bow to tie with floury fingers: over the head, round the back, done. Heavy linen, deep pocket, fern green.',
    cents: 5600,
    look: { motif: 'apron', main: 'fern', accent: 'oat', backdrop: 'mustard' },
  },
  {
    name: 'Flatweave Wool Rug',
    description:
      'Reversible, which doubles the years before anyone sees the wine. Handwoven wool in rust and cream, 120 by 170 cm.',
    cents: 23900,
    look: { motif: 'rug', main: 'rust', accent: 'cream', backdrop: 'sage' },
  },
  {
    name: 'Striped Hall Runner',
    description:
      'Leads from the door to the kettle. Cotton and jute, 70 by 220 cm, takes mud in its stride and the vacuum too.',
    cents: 11800,
    look: {
      motif: 'rug',
      main: 'oat',
      accent: 'lake',
      backdrop: 'blush',
      pattern: 'stripes',
      build: 'slim',
    },
  },
  {
    name: 'Felted Wool Slippers',
    description:
      'Pressed from one piece of wool, so there is no seam to find with your toe. Suede soles, silent on stairs.',
    cents: 5900,
    look: { motif: 'slippers', main: 'plum', accent: 'blush', backdrop: 'oat' },
  },
  {
    name: 'Mending Wool and Needles',
    description:
      'Two balls, two beech needles and the beginning of a scarf. Also closes the elbow of any jumper worth keeping.',
    cents: 2700,
    look: { motif: 'yarn', main: 'clay', accent: 'lake', backdrop: 'butter' },
  },
  {
    name: 'Ribbed Wool Socks',
    description:
      'Knitted long, with heel and toe in a second colour so you know when to darn. One pair lasts about four hundred walks.',
    cents: 1850,
    look: { motif: 'socks', main: 'oat', accent: 'fern', backdrop: 'clay', pattern: 'stripes' },
  },
];
