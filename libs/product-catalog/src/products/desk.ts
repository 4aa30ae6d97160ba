import type { Entry } from './entry';

export const desk: readonly Entry[] = [
  {
    name: 'Linen-Bound Notebook',
    description:
      'Lies flat on page one and on page 192. Linen over board, cream paper that takes ink without gossiping to the other side.',
    cents: 1900,
    look: { motif: 'notebook', main: 'fern', accent: 'brass', backdrop: 'blush' },
  },
  {
    name: 'Pocket Field Notebook',
    description:
      'Fits a shirt pocket and survives the washing machine once. Waxed cover, dotted pages, a pocket for the leaf you found.',
    cents: 1250,
    look: {
      motif: 'notebook',
      main: 'oat',
      accent: 'clay',
      backdrop: 'sage',
      pattern: 'crosses',
      build: 'small',
    },
  },
  {
    name: 'Squared Project Book',
    description:
      'Five-millimetre squares for plans, beds, budgets and battleships. Every sheet is perforated, so bad ideas leave quietly.',
    cents: 1650,
    look: { motif: 'notebook', main: 'sky', accent: 'navy', backdrop: 'butter', pattern: 'grid' },
  },
  {
    name: 'Brass Ballpoint Pen',
    description:
      'Heavy enough to make you mean it. Solid brass and walnut, refilled with the cartridge every stationer has.',
    cents: 3400,
    look: { motif: 'pen', main: 'walnut', accent: 'brass', backdrop: 'oat' },
  },
  {
    name: 'Striped Fountain Pen',
    description:
      'A fine steel nib in a barrel of turned resin, navy over cream. Writes upside down about as well as you do.',
    cents: 5800,
    look: { motif: 'pen', main: 'navy', accent: 'cream', backdrop: 'clay', pattern: 'stripes' },
  },
  {
    name: 'Five Cedar Pencils',
    description:
      'Cedar for the smell, graphite for the rest: one hard, three sensible, one soft. Sharpened by hand before they leave.',
    cents: 1100,
    look: { motif: 'pencils', main: 'clay', accent: 'fern', backdrop: 'butter' },
  },
  {
    name: 'Oak Pencil Cup',
    description:
      'Drilled from one block of oak, with a cork base that keeps its voice down. Room for a ruler and a brush you are not using.',
    cents: 2600,
    look: { motif: 'pencil-cup', main: 'oak', accent: 'navy', backdrop: 'sage' },
  },
  {
    name: 'Paper Scissors',
    description:
      'Long blades that cut a straight line nearly by themselves. Forged steel, clay-red bows, left-handers welcome.',
    cents: 2900,
    look: { motif: 'scissors', main: 'clay', accent: 'fern', backdrop: 'sky' },
  },
  {
    name: 'Twin-Bell Alarm Clock',
    description:
      'Two brass bells and a hammer: nobody has ever slept through it twice. Winds with a key, glows a little in the dark.',
    cents: 4300,
    look: { motif: 'alarm-clock', main: 'lake', accent: 'brass', backdrop: 'blush' },
  },
  {
    name: 'Arch Bookends',
    description:
      'Two concrete arches in fern green with felt underneath. They hold up thirty paperbacks or one encyclopaedia, A to D.',
    cents: 5200,
    look: { motif: 'bookends', main: 'fern', accent: 'clay', backdrop: 'oat' },
  },
  {
    name: 'Cast Iron Tape Dispenser',
    description:
      'Stays put when you pull. A kilo and a half of iron in mustard enamel, with teeth that mean business.',
    cents: 3700,
    look: { motif: 'tape', main: 'mustard', accent: 'cream', backdrop: 'lake' },
  },
  {
    name: 'Letter Set with Seals',
    description:
      'Twelve sheets, twelve envelopes, twelve seals of clay-red wax. Says sorry far better than a message does.',
    cents: 2400,
    look: { motif: 'envelopes', main: 'cream', accent: 'sage', backdrop: 'plum' },
  },
  {
    name: 'Small Desk Globe',
    description:
      'Continents of nobody in particular on a brass meridian. Spin it, stop it with a finger, plan accordingly.',
    cents: 6900,
    look: { motif: 'globe', main: 'lake', accent: 'walnut', backdrop: 'mustard' },
  },
];
