import type { Entry } from './entry';

export const outdoors: readonly Entry[] = [
  {
    name: 'Two-Person Ridge Tent',
    description:
      'Cotton canvas that breathes, so morning is dry on both sides. Up in eight minutes, or twelve with advice.',
    cents: 32900,
    look: { motif: 'tent', main: 'mustard', accent: 'fern', backdrop: 'lake' },
  },
  {
    name: 'Back Garden Tent',
    description:
      'For expeditions that end within sight of the kitchen. Striped cotton, wooden poles, room for two small explorers and a torch.',
    cents: 11900,
    look: {
      motif: 'tent',
      main: 'cream',
      accent: 'clay',
      backdrop: 'moss',
      pattern: 'pinstripes',
      build: 'small',
    },
  },
  {
    name: 'Waxed Canvas Daypack',
    description:
      'Twenty litres behind two brass buckles. Rain beads, scratches heal under a warm thumb, the bedroll goes on top.',
    cents: 14500,
    look: { motif: 'backpack', main: 'fern', accent: 'mustard', backdrop: 'blush' },
  },
  {
    name: 'Weekender Rucksack',
    description:
      'Carries three days without looking like it. Cotton canvas in slate blue, leather straps, a pocket only you will find.',
    cents: 18900,
    look: {
      motif: 'backpack',
      main: 'lake',
      accent: 'clay',
      backdrop: 'butter',
      pattern: 'crosses',
      build: 'slim',
    },
  },
  {
    name: 'Insulated Trail Flask',
    description:
      'Tea at seven is still tea at noon. Double-walled steel, powder-coated in clay, lid that doubles as a cup.',
    cents: 3400,
    look: { motif: 'bottle', main: 'clay', accent: 'cream', backdrop: 'sky' },
  },
  {
    name: 'Half-Litre Steel Bottle',
    description:
      'Fits the side pocket, the cup holder and a child’s hand. One wall of steel and nothing that can crack.',
    cents: 2200,
    look: {
      motif: 'bottle',
      main: 'sage',
      accent: 'navy',
      backdrop: 'mustard',
      pattern: 'waves',
      build: 'small',
    },
  },
  {
    name: 'Cotton Rope Hammock',
    description:
      'Needs two trees and no plans. Woven cotton with a fringe, tested to 160 kilos and one long nap.',
    cents: 8900,
    look: { motif: 'hammock', main: 'cream', accent: 'clay', backdrop: 'moss', pattern: 'stripes' },
  },
  {
    name: 'Brass Pocket Compass',
    description:
      'Points north without a signal, an account or an update. Brass case, liquid-damped needle, braided cord.',
    cents: 4700,
    look: { motif: 'compass', main: 'brass', accent: 'clay', backdrop: 'fern' },
  },
  {
    name: 'Field Binoculars',
    description:
      'Eight times closer to the heron, without wet feet. Rubber armour in fern green, focus wheel you can turn in mittens.',
    cents: 19800,
    look: { motif: 'binoculars', main: 'fern', accent: 'charcoal', backdrop: 'butter' },
  },
  {
    name: 'Kindling Axe',
    description:
      'Makes small sticks of big ones with a flick of the wrist: 600 grams of forged steel. Hickory handle, leather sheath, use in daylight.',
    cents: 6800,
    look: { motif: 'axe', main: 'clay', accent: 'oak', backdrop: 'sky' },
  },
  {
    name: 'Wool Bedroll',
    description:
      'One thick wool blanket that rolls into itself and carries by the strap. Smells faintly of sheep when wet, like everything honest.',
    cents: 12400,
    look: {
      motif: 'bedroll',
      main: 'rust',
      accent: 'butter',
      backdrop: 'sage',
      pattern: 'pinstripes',
    },
  },
  {
    name: 'Enamel Camp Mug',
    description:
      'Sits in embers, hangs from a rucksack, rings like a bell when it drops. Chips are souvenirs.',
    cents: 1400,
    look: { motif: 'mug', main: 'navy', accent: 'cream', backdrop: 'clay', pattern: 'speckle' },
  },
  {
    name: 'Hurricane Camp Lantern',
    description:
      'Lamp oil, cotton wick, a globe the wind goes round. Bright enough for cards, dim enough for stars.',
    cents: 4400,
    look: { motif: 'lantern', main: 'clay', accent: 'cream', backdrop: 'navy' },
  },
];
