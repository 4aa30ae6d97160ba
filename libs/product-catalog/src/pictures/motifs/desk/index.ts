import { lying, standing } from '../../motif';
import { alarmClock } from './alarm-clock';
import { bookends } from './bookends';
import { envelopes } from './envelopes';
import { globe } from './globe';
import { notebook } from './notebook';
import { pen } from './pen';
import { pencilCup } from './pencil-cup';
import { pencils } from './pencils';
import { scissors } from './scissors';
import { tape } from './tape';

export const desk = {
  'alarm-clock': standing(alarmClock),
  bookends: standing(bookends),
  envelopes: lying(envelopes),
  globe: standing(globe),
  notebook: lying(notebook),
  pen: lying(pen),
  'pencil-cup': standing(pencilCup),
  pencils: lying(pencils),
  scissors: lying(scissors),
  tape: standing(tape),
};
