import { bath } from './bath';
import { coffee } from './coffee';
import { desk } from './desk';
import { garden } from './garden';
import { kitchen } from './kitchen';
import { lighting } from './lighting';
import { living } from './living';
import { outdoors } from './outdoors';
import { storage } from './storage';
import { textiles } from './textiles';
import { toys } from './toys';

/** Every kind of thing that can be drawn. */
export const motifs = {
  ...bath,
  ...coffee,
  ...desk,
  ...garden,
  ...kitchen,
  ...lighting,
  ...living,
  ...outdoors,
  ...storage,
  ...textiles,
  ...toys,
};

export type MotifName = keyof typeof motifs;
