import { standing } from '../../motif';
import { cup } from './cup';
import { dripper } from './dripper';
import { grinder } from './grinder';
import { kettle } from './kettle';
import { mug } from './mug';
import { press } from './press';
import { teapot } from './teapot';
import { tin } from './tin';

export const coffee = {
  cup: standing(cup),
  dripper: standing(dripper),
  grinder: standing(grinder),
  kettle: standing(kettle),
  mug: standing(mug),
  press: standing(press),
  teapot: standing(teapot),
  tin: standing(tin),
};
