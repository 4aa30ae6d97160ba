import type { Entry } from './entry';

export const bath: readonly Entry[] = [
  {
    name: 'Waffle Bath Towel',
    description:
      'Dries fast, packs small, gets better with each wash. Two woven bands show which end is for the face.',
    cents: 3900,
    look: { motif: 'towel', main: 'cream', accent: 'lake', backdrop: 'blush', pattern: 'grid' },
  },
  {
    name: 'Thick Cotton Bath Sheet',
    description:
      'Six hundred grams to the square metre: less a towel than a decision. Woven in Portugal, big enough to answer the door in.',
    cents: 5200,
    look: { motif: 'towel', main: 'clay', accent: 'cream', backdrop: 'sky' },
  },
  {
    name: 'Linen Hand Towel',
    description:
      'The good one, for guests and for Tuesdays. Striped linen with a loop that does not tear.',
    cents: 2200,
    look: {
      motif: 'tea-towel',
      main: 'cream',
      accent: 'sage',
      backdrop: 'lake',
      pattern: 'pinstripes',
    },
  },
  {
    name: 'Olive Oil Soap',
    description:
      'Four ingredients, six weeks on a shelf, no perfume. Shaves down to a sliver before it gives up lathering.',
    cents: 650,
    look: { motif: 'soap', main: 'moss', accent: 'cream', backdrop: 'oat' },
  },
  {
    name: 'Oatmeal Soap',
    description:
      'Gritty enough for gardeners, gentle enough for afterwards. Pressed with oats and honey, comes with an enamel dish.',
    cents: 1450,
    look: { motif: 'soap', main: 'oat', accent: 'navy', backdrop: 'blush', pattern: 'speckle' },
  },
  {
    name: 'Red Clay Soap',
    description:
      'Coloured by earth and nothing else, with a whiff of rosemary. Slightly smaller than a hand, like all good soap.',
    cents: 750,
    look: { motif: 'soap', main: 'clay', accent: 'sage', backdrop: 'butter', build: 'small' },
  },
  {
    name: 'Long-Handled Bath Brush',
    description:
      'Reaches the square of back that nobody else does. Beech and tampico fibre, with a cotton cord to drip from.',
    cents: 2350,
    look: { motif: 'brush', main: 'oak', accent: 'cream', backdrop: 'lake' },
  },
  {
    name: 'Stoneware Soap Dispenser',
    description:
      'Refill it from the big bottle under the sink and let visitors wonder. Dipped glaze, brass pump, 350 ml.',
    cents: 3300,
    look: { motif: 'dispenser', main: 'cream', accent: 'brass', backdrop: 'sage', pattern: 'dip' },
  },
  {
    name: 'Amber Pump Bottle',
    description:
      'Brown glass keeps the sun off your shampoo and labels off your shelf. Half a litre, pump in black steel.',
    cents: 1700,
    look: {
      motif: 'dispenser',
      main: 'walnut',
      accent: 'charcoal',
      backdrop: 'butter',
      build: 'slim',
    },
  },
  {
    name: 'Toothbrush Tumbler',
    description:
      'Stoneware, heavy in the foot, so it stays standing during the rush at eight. Brushes shown for company.',
    cents: 1550,
    look: { motif: 'tumbler', main: 'lake', accent: 'clay', backdrop: 'blush' },
  },
  {
    name: 'Unsinkable Duck',
    description:
      'Natural rubber, moulded in one piece with no hole, so nothing grows inside. Seaworthy up to force four.',
    cents: 1290,
    look: { motif: 'duck', main: 'mustard', accent: 'clay', backdrop: 'blush' },
  },
  {
    name: 'Waxed Canvas Wash Bag',
    description:
      'Opens wide, stands on its own, wipes clean after the shampoo incident. Brass zip, leather pull, cotton lining.',
    cents: 4400,
    look: { motif: 'pouch', main: 'fern', accent: 'oat', backdrop: 'clay' },
  },
  {
    name: 'Teak Bath Stool',
    description:
      'Holds a towel, a candle and a foot being attended to. Oiled teak with rounded edges, unbothered by steam.',
    cents: 9800,
    look: { motif: 'stool', main: 'walnut', accent: 'oak', backdrop: 'lake', build: 'small' },
  },
];
