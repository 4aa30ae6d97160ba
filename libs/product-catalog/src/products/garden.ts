import type { Entry } from './entry';

export const garden: readonly Entry[] = [
  {
    name: 'Nine-Litre Watering Can',
    description:
      'Galvanised steel with a brass rose that rains rather than pours. Balanced so that full weighs less than you feared.',
    cents: 5400,
    look: { motif: 'watering-can', main: 'steel', accent: 'brass', backdrop: 'moss' },
  },
  {
    name: 'Window Sill Watering Can',
    description:
      'One enamel litre for the ferns, with a spout that reaches the pot at the back. Lives on the sill because it looks well there.',
    cents: 2800,
    look: { motif: 'watering-can', main: 'clay', accent: 'cream', backdrop: 'sky', build: 'small' },
  },
  {
    name: 'Terracotta Pot with Saucer',
    description:
      'Fired at a heat that laughs at frost. Roots breathe through the wall, moss moves in by the second spring.',
    cents: 1850,
    look: { motif: 'plant-pot', main: 'clay', accent: 'rust', backdrop: 'sage' },
  },
  {
    name: 'Glazed Stripe Planter',
    description:
      'Navy rings on white stoneware, made for a plant with ambitions. Saucer included, drainage taken seriously.',
    cents: 3600,
    look: {
      motif: 'plant-pot',
      main: 'cream',
      accent: 'navy',
      backdrop: 'blush',
      pattern: 'stripes',
    },
  },
  {
    name: 'Tall Speckled Planter',
    description:
      'Thirty-five centimetres, for the rubber tree that has outgrown everyone. Sand-coloured stoneware with iron freckles.',
    cents: 5900,
    look: {
      motif: 'plant-pot',
      main: 'oat',
      accent: 'walnut',
      backdrop: 'lake',
      pattern: 'speckle',
      build: 'tall',
    },
  },
  {
    name: 'Ash-Handled Trowel',
    description:
      'Forged in one piece up to the ferrule, so the neck never bends. Depth marks at five, ten and too deep.',
    cents: 2400,
    look: { motif: 'trowel', main: 'oak', accent: 'brass', backdrop: 'moss' },
  },
  {
    name: 'Border Spade',
    description:
      'Narrow blade, sharp corners, tread wide enough for a proper boot. The ash shaft is steamed to bend like the original.',
    cents: 6400,
    look: { motif: 'spade', main: 'fern', accent: 'oak', backdrop: 'butter' },
  },
  {
    name: 'Larch Nest Box',
    description:
      'A 28 mm hole keeps the rent low and the starlings out. Untreated larch under a slate-blue roof that lifts off for the autumn clean.',
    cents: 3200,
    look: { motif: 'birdhouse', main: 'oak', accent: 'lake', backdrop: 'sage' },
  },
  {
    name: 'Painted Robin House',
    description:
      'Cream boards under a clay-red roof, hung out of reach of the neighbour and his cat. Robins like it; wrens dispute the lease.',
    cents: 3900,
    look: {
      motif: 'birdhouse',
      main: 'cream',
      accent: 'clay',
      backdrop: 'moss',
      pattern: 'pinstripes',
    },
  },
  {
    name: 'Natural Rubber Garden Boots',
    description:
      'Lined with cotton, soled for wet clay, easy to kick off at the door. Sizes 36 to 46, all of them green.',
    cents: 7900,
    look: { motif: 'boots', main: 'moss', accent: 'butter', backdrop: 'blush' },
  },
  {
    name: 'Goatskin Gardening Gloves',
    description:
      'Soft as a handshake and thorn-proof to the wrist. Canvas cuffs keep the soil outside, where it works.',
    cents: 2600,
    look: { motif: 'gloves', main: 'oak', accent: 'fern', backdrop: 'sky' },
  },
  {
    name: 'Jute Twine on a Beech Spool',
    description:
      'A hundred and twenty metres for beans, parcels and repairs that become permanent. Composts along with the tomatoes.',
    cents: 950,
    look: { motif: 'twine', main: 'oat', accent: 'oak', backdrop: 'clay' },
  },
  {
    name: 'Wildflower Seed Packet',
    description:
      'Cornflower, poppy, oxeye daisy and eleven others who settle it among themselves. Enough for ten square metres of lawn you are tired of.',
    cents: 450,
    look: { motif: 'seed-packet', main: 'lake', accent: 'clay', backdrop: 'butter' },
  },
];
