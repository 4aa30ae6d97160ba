import { hanging, lying, standing } from '../../motif';
import { birdhouse } from './birdhouse';
import { boots } from './boots';
import { gloves } from './gloves';
import { plantPot } from './plant-pot';
import { seedPacket } from './seed-packet';
import { spade } from './spade';
import { trowel } from './trowel';
import { twine } from './twine';
import { wateringCan } from './watering-can';

export const garden = {
  birdhouse: hanging(birdhouse),
  boots: standing(boots),
  gloves: lying(gloves),
  'plant-pot': standing(plantPot),
  'seed-packet': lying(seedPacket),
  spade: standing(spade),
  trowel: lying(trowel),
  twine: standing(twine),
  'watering-can': standing(wateringCan),
};
