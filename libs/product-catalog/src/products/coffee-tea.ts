import type { Entry } from './entry';

export const coffeeTea: readonly Entry[] = [
  {
    name: 'Half-Asleep Mug',
    description:
      'A handle for four fingers and 400 ml of stoneware around your first thought. The glaze stops short of the foot, so it never sticks to the table.',
    cents: 1850,
    look: { motif: 'mug', main: 'cream', accent: 'clay', backdrop: 'sage', pattern: 'dip' },
  },
  {
    name: 'Tall Latte Mug',
    description:
      'Milk needs height. Ribbed stoneware in fern green, with a rim thin enough for good coffee.',
    cents: 2100,
    look: {
      motif: 'mug',
      main: 'fern',
      accent: 'sage',
      backdrop: 'blush',
      pattern: 'pinstripes',
      build: 'slim',
    },
  },
  {
    name: 'Round Stoneware Teapot',
    description:
      'Six cups under a lid that stays on to the last drop. The spout was cut eleven times before it stopped dripping; we kept number eleven.',
    cents: 5600,
    look: { motif: 'teapot', main: 'lake', accent: 'oak', backdrop: 'butter' },
  },
  {
    name: 'Dotted Teapot for Two',
    description:
      'Holds exactly two cups, which ends the question of who gets the third. White dots by hand, so count them if the talk runs dry.',
    cents: 4400,
    look: {
      motif: 'teapot',
      main: 'clay',
      accent: 'cream',
      backdrop: 'sky',
      pattern: 'dots',
      build: 'small',
    },
  },
  {
    name: 'Gooseneck Pour-Over Kettle',
    description:
      'A thin, slow stream from a spout shaped like a question. Brushed steel, beech grip, one litre on any hob.',
    cents: 6900,
    look: { motif: 'kettle', main: 'steel', accent: 'oak', backdrop: 'clay' },
  },
  {
    name: 'Enamel Farmhouse Kettle',
    description:
      'Two litres of boiling water for the whole kitchen table. Whistles in a low register, out of respect for the morning.',
    cents: 5200,
    look: { motif: 'kettle', main: 'mustard', accent: 'walnut', backdrop: 'lake', build: 'wide' },
  },
  {
    name: 'Brass-Framed Coffee Press',
    description:
      'Four minutes, one plunge, three generous cups. The brass frame darkens with use; the glass beaker can be bought again when somebody is clumsy.',
    cents: 4800,
    look: { motif: 'press', main: 'brass', accent: 'walnut', backdrop: 'sage' },
  },
  {
    name: 'Porcelain Pour-Over Cone',
    description:
      'Spiral ribs hold the paper off the wall so the coffee falls straight through. Sits on the flask it comes with, or on your favourite mug.',
    cents: 3600,
    look: {
      motif: 'dripper',
      main: 'cream',
      accent: 'clay',
      backdrop: 'clay',
      pattern: 'pinstripes',
    },
  },
  {
    name: 'Hand-Crank Coffee Grinder',
    description:
      'Forty turns make a cup, and by turn thirty you are awake anyway. Oak box, brass dome, a drawer that smells better every year.',
    cents: 8200,
    look: { motif: 'grinder', main: 'oak', accent: 'brass', backdrop: 'fern' },
  },
  {
    name: 'Espresso Cup and Saucer',
    description:
      'Thick walls keep 70 ml hot for as long as an espresso should last. The saucer has a bay for one small biscuit, no more.',
    cents: 1950,
    look: { motif: 'cup', main: 'navy', accent: 'cream', backdrop: 'mustard', build: 'small' },
  },
  {
    name: 'Breakfast Cup and Saucer',
    description:
      'Wide as a bowl, made for dunking. Blue waves run around a body of creamy stoneware.',
    cents: 2450,
    look: { motif: 'cup', main: 'cream', accent: 'lake', backdrop: 'blush', pattern: 'waves' },
  },
  {
    name: 'Loose-Leaf Tea Caddy',
    description:
      'Keeps 150 g of leaves dry, dark and away from the coffee. Printed tin, double lid, a satisfying little gasp when it opens.',
    cents: 1650,
    look: { motif: 'tin', main: 'moss', accent: 'butter', backdrop: 'clay', pattern: 'leaves' },
  },
  {
    name: 'Coffee Bean Jar',
    description:
      'Half a kilo of beans behind thick glass, where you can see the end coming. Oak lid with a seal of real cork.',
    cents: 2350,
    look: { motif: 'jar', main: 'oak', accent: 'coffee', backdrop: 'sage' },
  },
];
