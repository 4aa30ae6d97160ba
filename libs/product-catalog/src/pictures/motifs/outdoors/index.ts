import { lying, standing } from '../../motif';
import { axe } from './axe';
import { backpack } from './backpack';
import { bedroll } from './bedroll';
import { binoculars } from './binoculars';
import { bottle } from './bottle';
import { compass } from './compass';
import { hammock } from './hammock';
import { tent } from './tent';

export const outdoors = {
  axe: standing(axe),
  backpack: standing(backpack),
  bedroll: standing(bedroll),
  binoculars: standing(binoculars),
  bottle: standing(bottle),
  compass: lying(compass),
  hammock: standing(hammock),
  tent: standing(tent),
};
