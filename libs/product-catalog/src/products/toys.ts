import type { Entry } from './entry';

export const toys: readonly Entry[] = [
  {
    name: 'Beech Family Car',
    description:
      'Room for one peg driver and his serious hat. Rolls true across kitchen tiles, silently over carpets, heroically off tables.',
    cents: 2400,
    look: { motif: 'car', main: 'clay', accent: 'cream', backdrop: 'sky' },
  },
  {
    name: 'Chequered Taxi',
    description:
      'Takes any passenger under six centimetres anywhere in the house. Solid beech, water-based paint, the meter is imaginary.',
    cents: 2650,
    look: {
      motif: 'car',
      main: 'mustard',
      accent: 'charcoal',
      backdrop: 'sage',
      pattern: 'check',
      build: 'small',
    },
  },
  {
    name: 'Steam Engine on Six Wheels',
    description:
      'Pulls anything with a hook, says choo only if you do. Beech and brass dowels, no rails required.',
    cents: 4900,
    look: { motif: 'train', main: 'fern', accent: 'clay', backdrop: 'butter' },
  },
  {
    name: 'Arch and Column Blocks',
    description:
      'Forty pieces of sanded beech: cubes, columns, one arch and a roof everyone wants. Falls over beautifully.',
    cents: 3900,
    look: { motif: 'blocks', main: 'lake', accent: 'clay', backdrop: 'blush' },
  },
  {
    name: 'Stacking Rings',
    description:
      'Five rings, one peg, one hundred and twenty orders, of which one is right. Rounded edges, tested with teeth.',
    cents: 2200,
    look: { motif: 'rings', main: 'lake', accent: 'clay', backdrop: 'sage' },
  },
  {
    name: 'Diamond Kite',
    description:
      'Ripstop cotton on spruce spars, up in a breeze that barely moves leaves. Forty metres of line, five bows on the tail.',
    cents: 3400,
    look: { motif: 'kite', main: 'mustard', accent: 'clay', backdrop: 'sky' },
  },
  {
    name: 'Humming Top',
    description:
      'Pump the knob and it sings one chord until it gets sleepy. Printed tin, oak handle, mesmerises cats.',
    cents: 2900,
    look: { motif: 'top', main: 'lake', accent: 'mustard', backdrop: 'blush' },
  },
  {
    name: 'Bathtub Sailing Boat',
    description:
      'Ballasted with a brass keel, so it rights itself after every storm. Cotton sails dry by bedtime.',
    cents: 3100,
    look: { motif: 'boat', main: 'cream', accent: 'clay', backdrop: 'sage', pattern: 'stripes' },
  },
  {
    name: 'Wool Bear',
    description:
      'Stuffed with wool, dressed in a bow tie, patient beyond reason. Hand wash; he prefers not to be tumble-dried.',
    cents: 4600,
    look: { motif: 'bear', main: 'oak', accent: 'cream', backdrop: 'lake' },
  },
  {
    name: 'Rainbow-Free Beach Ball',
    description:
      'Two colours were enough. Stitched cotton over a natural rubber bladder, kind to noses and begonias.',
    cents: 1950,
    look: { motif: 'ball', main: 'clay', accent: 'navy', backdrop: 'butter' },
  },
  {
    name: 'Seven-Bar Xylophone',
    description:
      'Properly tuned, which makes the first hour bearable. Painted steel bars on an oak frame, two beech mallets.',
    cents: 3600,
    look: { motif: 'xylophone', main: 'clay', accent: 'fern', backdrop: 'sky' },
  },
  {
    name: 'Pull-Along Dachshund',
    description:
      'Follows at walking pace, ears last. Beech body, leather collar, wheels set slightly off-centre for the waddle.',
    cents: 3800,
    look: { motif: 'dog', main: 'rust', accent: 'mustard', backdrop: 'moss' },
  },
  {
    name: 'Hallway Skittles',
    description:
      'Three pins and a ball, made for corridors and rainy Sundays. Felt feet spare the floor and the people downstairs.',
    cents: 2750,
    look: { motif: 'skittles', main: 'lake', accent: 'clay', backdrop: 'sage' },
  },
];
