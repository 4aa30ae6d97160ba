import { hanging, lying, standing } from '../../motif';
import { ball } from './ball';
import { bear } from './bear';
import { blocks } from './blocks';
import { boat } from './boat';
import { car } from './car';
import { dog } from './dog';
import { kite } from './kite';
import { rings } from './rings';
import { skittles } from './skittles';
import { top } from './top';
import { train } from './train';
import { xylophone } from './xylophone';

export const toys = {
  ball: standing(ball),
  bear: standing(bear),
  blocks: standing(blocks),
  boat: hanging(boat),
  car: standing(car),
  dog: standing(dog),
  kite: hanging(kite),
  rings: standing(rings),
  skittles: standing(skittles),
  top: standing(top),
  train: standing(train),
  xylophone: lying(xylophone),
};
