import { hanging, lying, standing } from '../../motif';
import { apron } from './apron';
import { blanket } from './blanket';
import { cushion } from './cushion';
import { rug } from './rug';
import { slippers } from './slippers';
import { socks } from './socks';
import { teaTowel } from './tea-towel';
import { yarn } from './yarn';

export const textiles = {
  apron: hanging(apron),
  blanket: standing(blanket),
  cushion: standing(cushion),
  rug: lying(rug),
  slippers: lying(slippers),
  socks: lying(socks),
  'tea-towel': hanging(teaTowel),
  yarn: standing(yarn),
};
