import type { Entry } from './entry';

export const lighting: readonly Entry[] = [
  {
    name: 'Linen Shade Table Lamp',
    description:
      'A gourd of glazed stoneware under natural linen. Dims from reading to listening with one pull of the brass chain.',
    cents: 12900,
    look: { motif: 'table-lamp', main: 'cream', accent: 'clay', backdrop: 'fern' },
  },
  {
    name: 'Pleated Bedside Lamp',
    description:
      'Small enough for a night table that also has to hold a book, a glass and a phone face down. Pleated cotton in warm mustard.',
    cents: 8900,
    look: {
      motif: 'table-lamp',
      main: 'mustard',
      accent: 'navy',
      backdrop: 'plum',
      pattern: 'pinstripes',
      build: 'small',
    },
  },
  {
    name: 'Enamel Dome Pendant',
    description:
      'Workshop green outside, bright cream inside, so all the light lands on dinner. Hangs from 1.8 metres of cloth-covered cable.',
    cents: 11500,
    look: { motif: 'pendant', main: 'fern', accent: 'brass', backdrop: 'charcoal' },
  },
  {
    name: 'Brass Dome Pendant',
    description:
      'Spun from one sheet of brass and left without lacquer. Every fingerprint from the day you hang it becomes part of the finish.',
    cents: 17800,
    look: { motif: 'pendant', main: 'brass', accent: 'charcoal', backdrop: 'navy', build: 'wide' },
  },
  {
    name: 'Paper Globe Lantern',
    description:
      'Mulberry paper over split bamboo, folded flat in the box and round for ever after. Half a metre wide and lighter than this sentence.',
    cents: 4200,
    look: { motif: 'paper-globe', main: 'cream', accent: 'walnut', backdrop: 'lake' },
  },
  {
    name: 'Oak Tripod Floor Lamp',
    description:
      'Three oak legs, a linen drum and a footprint smaller than a cat. The crossbar in brass keeps everyone at a civil distance.',
    cents: 24900,
    look: { motif: 'floor-lamp', main: 'cream', accent: 'oak', backdrop: 'navy' },
  },
  {
    name: 'Reading Corner Floor Lamp',
    description:
      'Puts its light on the page and nowhere else. Checked wool shade, walnut legs, a switch you can find with your foot.',
    cents: 21900,
    look: {
      motif: 'floor-lamp',
      main: 'clay',
      accent: 'walnut',
      backdrop: 'fern',
      pattern: 'check',
      build: 'slim',
    },
  },
  {
    name: 'Balanced Task Lamp',
    description:
      'Stays wherever you push it, thanks to two springs and some arithmetic. Enamelled steel with brass joints.',
    cents: 14600,
    look: { motif: 'task-lamp', main: 'clay', accent: 'cream', backdrop: 'navy' },
  },
  {
    name: 'Night Shift Desk Lamp',
    description:
      'For the hours when the house is quiet and the idea is not. Warm light only; blue is left to the screen.',
    cents: 9800,
    look: {
      motif: 'task-lamp',
      main: 'sage',
      accent: 'brass',
      backdrop: 'charcoal',
      build: 'tall',
    },
  },
  {
    name: 'Porch Storm Lantern',
    description:
      'Burns twelve hours on a filling and shrugs at wind. Galvanised steel, heat-proof glass, a wire bail to hang it by the door.',
    cents: 3950,
    look: { motif: 'lantern', main: 'charcoal', accent: 'brass', backdrop: 'rust' },
  },
  {
    name: 'Beeswax Pillar Trio',
    description:
      'Three heights, one hive, a faint smell of August. They drip on the brass plate they came with rather than on your table.',
    cents: 3400,
    look: { motif: 'candles', main: 'butter', accent: 'cream', backdrop: 'fern' },
  },
  {
    name: 'Brass Chamber Candlestick',
    description:
      'A finger ring, a deep saucer and a steady foot: everything needed to cross a dark landing with dignity.',
    cents: 4600,
    look: { motif: 'candlestick', main: 'brass', accent: 'cream', backdrop: 'plum' },
  },
  {
    name: 'Garden Festoon Lights',
    description:
      'Ten metres of rubber cable and twenty small bulbs in clay and butter. Rated for rain, tested at two weddings.',
    cents: 5900,
    look: { motif: 'festoon', main: 'clay', accent: 'butter', backdrop: 'navy' },
  },
];
