import type { Entry } from './entry';

export const living: readonly Entry[] = [
  {
    name: 'Wingless Armchair',
    description:
      'Deep enough to read sideways in. Feather cushion, beech frame, wool cover in fern that hides most of a dog.',
    cents: 68900,
    look: { motif: 'armchair', main: 'fern', accent: 'mustard', backdrop: 'blush' },
  },
  {
    name: 'Herringbone Armchair',
    description:
      'Woven wool in oat and walnut, the coat your grandfather wore turned into furniture. The cushion comes off, the crumbs come out.',
    cents: 74500,
    look: {
      motif: 'armchair',
      main: 'oat',
      accent: 'walnut',
      backdrop: 'lake',
      pattern: 'herringbone',
      build: 'wide',
    },
  },
  {
    name: 'Oak Spindle Chair',
    description:
      'Four spindles, two wedges and no screws. The oak seat is scooped just so; people stay for the second helping.',
    cents: 21900,
    look: { motif: 'chair', main: 'oak', accent: 'fern', backdrop: 'clay' },
  },
  {
    name: 'Painted Kitchen Chair',
    description:
      'Beech under three coats of navy, with a cream cushion tied on. Chips will come and improve it.',
    cents: 16900,
    look: { motif: 'chair', main: 'navy', accent: 'cream', backdrop: 'butter' },
  },
  {
    name: 'Three-Legged Stool',
    description:
      'Steady on any floor, including the one your flat came with. Turned oak, pegged and wedged, employed mostly by plants.',
    cents: 8900,
    look: { motif: 'stool', main: 'oak', accent: 'walnut', backdrop: 'sage' },
  },
  {
    name: 'Cork-Top Stool',
    description:
      'Warm to sit on, quiet to move. Thick Portuguese cork on painted legs; a hot pan does it no harm.',
    cents: 10500,
    look: {
      motif: 'stool',
      main: 'oat',
      accent: 'clay',
      backdrop: 'sky',
      pattern: 'speckle',
      build: 'tall',
    },
  },
  {
    name: 'Round Side Table',
    description:
      'Takes a lamp, a cup and the book you are not reading. Oiled oak with a lower shelf for the one you are.',
    cents: 18400,
    look: { motif: 'side-table', main: 'oak', accent: 'clay', backdrop: 'lake' },
  },
  {
    name: 'Three-Shelf Bookcase',
    description:
      'A walnut case that leaves the wall alone: no brackets, no drill. Shelves carry 25 kilos of hardbacks each.',
    cents: 39900,
    look: { motif: 'shelf', main: 'walnut', accent: 'mustard', backdrop: 'sage' },
  },
  {
    name: 'Narrow Hall Bookcase',
    description:
      'Sixty centimetres wide for the corridor where books go when the living room is full. Lacquered in sage, oak feet.',
    cents: 31500,
    look: { motif: 'shelf', main: 'sage', accent: 'clay', backdrop: 'blush', build: 'slim' },
  },
  {
    name: 'Arched Oak Mirror',
    description:
      'A window where the wall had none. The ledge holds keys, flowers and the earring you found in the sofa.',
    cents: 15900,
    look: { motif: 'mirror', main: 'oak', accent: 'walnut', backdrop: 'sage' },
  },
  {
    name: 'Shoulder Vase',
    description:
      'A narrow neck that arranges three stems for you. Thrown stoneware, dipped in rust up to the waist.',
    cents: 4900,
    look: { motif: 'vase', main: 'cream', accent: 'clay', backdrop: 'sky', pattern: 'dip' },
  },
  {
    name: 'Chevron Vase',
    description:
      'Carved through a black slip while the clay was still soft. Good with branches, better with nothing.',
    cents: 6200,
    look: {
      motif: 'vase',
      main: 'charcoal',
      accent: 'mustard',
      backdrop: 'clay',
      pattern: 'chevron',
      build: 'slim',
    },
  },
  {
    name: 'Quiet Wall Clock',
    description:
      'Sweeps instead of ticking, so only the hour knows. Oak rim, paper-white face, readable from the hob.',
    cents: 7900,
    look: { motif: 'wall-clock', main: 'oak', accent: 'clay', backdrop: 'fern' },
  },
];
