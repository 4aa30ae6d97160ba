import { hanging, standing } from '../../motif';
import { candles } from './candles';
import { candlestick } from './candlestick';
import { festoon } from './festoon';
import { floorLamp } from './floor-lamp';
import { lantern } from './lantern';
import { paperGlobe } from './paper-globe';
import { pendant } from './pendant';
import { tableLamp } from './table-lamp';
import { taskLamp } from './task-lamp';

export const lighting = {
  candles: standing(candles),
  candlestick: standing(candlestick),
  festoon: hanging(festoon),
  'floor-lamp': standing(floorLamp),
  lantern: standing(lantern),
  'paper-globe': hanging(paperGlobe),
  pendant: hanging(pendant),
  'table-lamp': standing(tableLamp),
  'task-lamp': standing(taskLamp),
};
