import type { Entry } from './entry';

export const storage: readonly Entry[] = [
  {
    name: 'Willow Market Basket',
    description:
      'Cut in winter, soaked in spring, woven in an afternoon. Holds eggs on top and potatoes underneath, in that order.',
    cents: 4800,
    look: { motif: 'basket', main: 'oak', accent: 'cream', backdrop: 'moss' },
  },
  {
    name: 'Seagrass Laundry Basket',
    description:
      'Lined with linen that lifts out and goes in with the wash. Half a metre tall; Monday fits if you press.',
    cents: 6900,
    look: { motif: 'basket', main: 'oat', accent: 'lake', backdrop: 'blush', build: 'tall' },
  },
  {
    name: 'Log Basket with Leather Rim',
    description:
      'Dark willow for an evening of birch, and the spider that came with it. Wide base, so it never tips towards the fire.',
    cents: 8400,
    look: { motif: 'basket', main: 'walnut', accent: 'rust', backdrop: 'sky', build: 'wide' },
  },
  {
    name: 'Oak-Lidded Storage Jar',
    description:
      'A litre and a half of lentils, displayed like the jewels they are. The lid is oak, the seal is silicone, the label is yours.',
    cents: 1950,
    look: { motif: 'jar', main: 'oak', accent: 'clay', backdrop: 'lake' },
  },
  {
    name: 'Tell-Tale Biscuit Jar',
    description:
      'Thick glass on purpose: it makes a sound, and the sound is evidence. Checked tin lid, wooden knob, shortbread not supplied.',
    cents: 2600,
    look: {
      motif: 'jar',
      main: 'navy',
      accent: 'butter',
      backdrop: 'clay',
      pattern: 'check',
      build: 'small',
    },
  },
  {
    name: 'Archive Box Duo',
    description:
      'Cloth-covered board with brass label frames, one for papers and one for cables that fit nothing you still own.',
    cents: 4200,
    look: { motif: 'box', main: 'fern', accent: 'mustard', backdrop: 'blush' },
  },
  {
    name: 'Slatted Apple Crate',
    description:
      'Pine boards, steel nails, a hand-hole worn smooth before it reaches you. Stack four and call it shelving.',
    cents: 2900,
    look: { motif: 'crate', main: 'oak', accent: 'clay', backdrop: 'moss' },
  },
  {
    name: 'Beech Peg Rail',
    description:
      'Four turned pegs for coats, bags and the hat that makes it summer. Two screws, both included, both straight.',
    cents: 3800,
    look: { motif: 'peg-rail', main: 'oak', accent: 'fern', backdrop: 'clay' },
  },
  {
    name: 'Open Toolbox',
    description:
      'An oak tray with a dowel to carry it by, deep enough for a hammer, a saw and good intentions. Doubles as a herb planter when nothing is broken.',
    cents: 7600,
    look: { motif: 'toolbox', main: 'oak', accent: 'clay', backdrop: 'sky' },
  },
  {
    name: 'Canvas Market Tote',
    description:
      'Stands up by itself while you look for change. Twelve-ounce canvas, webbing handles long enough for a winter coat.',
    cents: 2800,
    look: { motif: 'tote', main: 'cream', accent: 'fern', backdrop: 'lake' },
  },
  {
    name: 'Leaf Print Shopper',
    description:
      'Folds to the size of an apple and carries thirty of them. Printed cotton, reinforced where bags usually give up.',
    cents: 1600,
    look: {
      motif: 'tote',
      main: 'clay',
      accent: 'cream',
      backdrop: 'sage',
      pattern: 'leaves',
      build: 'small',
    },
  },
  {
    name: 'Cabin Trunk',
    description:
      'For blankets, board games and everything Grandmother wrote. Canvas over plywood, leather straps, a lock with two keys and one secret.',
    cents: 26800,
    look: { motif: 'trunk', main: 'lake', accent: 'walnut', backdrop: 'butter' },
  },
  {
    name: 'Round-Shouldered Biscuit Tin',
    description:
      'Air-tight, mouse-tight, not child-tight. Enamelled in blush with a brick-red lid; holds one batch or half a birthday.',
    cents: 2150,
    look: {
      motif: 'tin',
      main: 'blush',
      accent: 'rust',
      backdrop: 'sage',
      pattern: 'dots',
      build: 'wide',
    },
  },
];
