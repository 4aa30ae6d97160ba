import type { Entry } from './entry';

export const kitchen: readonly Entry[] = [
  {
    name: 'Carbon Steel Frying Pan',
    description:
      'Comes grey, turns black, and after a winter of fried eggs lets go of everything. Oak handle, 26 cm, no coating to lose.',
    cents: 4900,
    look: { motif: 'pan', main: 'iron', accent: 'oak', backdrop: 'blush' },
  },
  {
    name: 'Enamel Egg Pan',
    description:
      'Eighteen centimetres: one egg with room to spread, or two that get along. Vitreous enamel on steel, safe on induction and over a camp fire.',
    cents: 2900,
    look: { motif: 'pan', main: 'lake', accent: 'walnut', backdrop: 'butter', build: 'small' },
  },
  {
    name: 'Sunday Stew Pot',
    description:
      'Five litres of cast iron under a lid heavy enough to keep its opinions in. Brown the onions at noon, forget the rest until evening.',
    cents: 11900,
    look: { motif: 'pot', main: 'clay', accent: 'cream', backdrop: 'sage' },
  },
  {
    name: 'Eight-Litre Enamel Stockpot',
    description:
      'Tall enough for whole corn cobs and a week of soup. Speckled enamel, a navy rim, and handles that take two oven gloves.',
    cents: 6850,
    look: {
      motif: 'pot',
      main: 'cream',
      accent: 'navy',
      backdrop: 'sky',
      pattern: 'speckle',
      build: 'tall',
    },
  },
  {
    name: 'Oak Chopping Board',
    description:
      'One plank, one handle, no glue. Oil it twice a year and the oak will forgive beetroot.',
    cents: 5400,
    look: { motif: 'board', main: 'oak', accent: 'clay', backdrop: 'sage' },
  },
  {
    name: 'Walnut Bread Board',
    description:
      'Crumbs collect in a shallow groove, butter collects in company. Dark walnut from one tree; the next board will look different.',
    cents: 4650,
    look: { motif: 'board', main: 'walnut', accent: 'mustard', backdrop: 'oat', build: 'slim' },
  },
  {
    name: "Short Chef's Knife",
    description:
      'A 16 cm blade for people who find the long one rude. Carbon-rich steel, walnut handle, three brass rivets.',
    cents: 7400,
    look: { motif: 'knife', main: 'walnut', accent: 'mustard', backdrop: 'sky' },
  },
  {
    name: 'Beech Rolling Pin',
    description:
      'Turned from a single piece of beech, a little heavier than you expect. Rolls pastry, crushes biscuits, settles nothing.',
    cents: 2250,
    look: { motif: 'rolling-pin', main: 'oak', accent: 'oak', backdrop: 'clay' },
  },
  {
    name: 'Stoneware Mixing Bowl',
    description:
      'Wide, footed and banded in rust. Holds dough for two loaves on Saturday and fruit for the rest of the week.',
    cents: 3900,
    look: { motif: 'bowl', main: 'cream', accent: 'clay', backdrop: 'lake', pattern: 'band' },
  },
  {
    name: 'Enamel Salad Colander',
    description:
      'Rinse, shake, put on the table: the enamel is smart enough to serve from. Three feet keep the lettuce out of the sink.',
    cents: 3450,
    look: { motif: 'colander', main: 'butter', accent: 'navy', backdrop: 'sky' },
  },
  {
    name: 'Stoneware Spoon Crock',
    description:
      'Stands beside the cooker with everything you reach for in a hurry. Two oak spoons and a whisk are already inside.',
    cents: 4200,
    look: { motif: 'crock', main: 'sage', accent: 'oak', backdrop: 'mustard', pattern: 'dip' },
  },
  {
    name: 'Walnut Pepper Mill',
    description:
      'A ceramic grinder in a turned walnut body, set from dust to gravel by its brass knob. Twenty centimetres, so it reaches the far end of the table.',
    cents: 3850,
    look: { motif: 'mill', main: 'walnut', accent: 'brass', backdrop: 'sage' },
  },
  {
    name: 'Speckled Milk Jug',
    description:
      'Pours without a dribble, which is rarer than it sounds. Enamel inside and out, one litre to the line, also happy with daffodils.',
    cents: 2700,
    look: { motif: 'jug', main: 'cream', accent: 'lake', backdrop: 'blush', pattern: 'speckle' },
  },
];
