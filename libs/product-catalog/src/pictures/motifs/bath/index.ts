import { hanging, lying, standing } from '../../motif';
import { brush } from './brush';
import { dispenser } from './dispenser';
import { duck } from './duck';
import { pouch } from './pouch';
import { soap } from './soap';
import { towel } from './towel';
import { tumbler } from './tumbler';

export const bath = {
  brush: lying(brush),
  dispenser: standing(dispenser),
  duck: hanging(duck),
  pouch: standing(pouch),
  soap: standing(soap),
  towel: standing(towel),
  tumbler: standing(tumbler),
};
