import { hanging, standing } from '../../motif';
import { armchair } from './armchair';
import { chair } from './chair';
import { mirror } from './mirror';
import { shelf } from './shelf';
import { sideTable } from './side-table';
import { stool } from './stool';
import { vase } from './vase';
import { wallClock } from './wall-clock';

export const living = {
  armchair: standing(armchair),
  chair: standing(chair),
  mirror: hanging(mirror),
  shelf: standing(shelf),
  'side-table': standing(sideTable),
  stool: standing(stool),
  vase: standing(vase),
  'wall-clock': hanging(wallClock),
};
