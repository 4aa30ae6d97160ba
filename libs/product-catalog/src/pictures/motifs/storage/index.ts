import { hanging, standing } from '../../motif';
import { basket } from './basket';
import { lidded } from './box';
import { crate } from './crate';
import { jar } from './jar';
import { pegRail } from './peg-rail';
import { toolbox } from './toolbox';
import { tote } from './tote';
import { trunk } from './trunk';

export const storage = {
  basket: standing(basket),
  box: standing(lidded),
  crate: standing(crate),
  jar: standing(jar),
  'peg-rail': hanging(pegRail),
  toolbox: standing(toolbox),
  tote: standing(tote),
  trunk: standing(trunk),
};
