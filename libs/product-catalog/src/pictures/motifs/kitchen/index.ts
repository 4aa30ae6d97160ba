import { lying, standing } from '../../motif';
import { board } from './board';
import { bowl } from './bowl';
import { colander } from './colander';
import { crock } from './crock';
import { jug } from './jug';
import { knife } from './knife';
import { mill } from './mill';
import { pan } from './pan';
import { pot } from './pot';
import { rollingPin } from './rolling-pin';

export const kitchen = {
  board: lying(board),
  bowl: standing(bowl),
  colander: standing(colander),
  crock: standing(crock),
  jug: standing(jug),
  knife: lying(knife),
  mill: standing(mill),
  pan: lying(pan),
  pot: standing(pot),
  'rolling-pin': lying(rollingPin),
};
