import type { CategoryId } from '../categories';
import { bath } from './bath';
import { coffeeTea } from './coffee-tea';
import { desk } from './desk';
import type { Entry } from './entry';
import { garden } from './garden';
import { kitchen } from './kitchen';
import { lighting } from './lighting';
import { living } from './living';
import { outdoors } from './outdoors';
import { storage } from './storage';
import { textiles } from './textiles';
import { toys } from './toys';

export const entries: Readonly<Record<CategoryId, readonly Entry[]>> = {
  kitchen,
  'coffee-tea': coffeeTea,
  lighting,
  desk,
  living,
  garden,
  outdoors,
  textiles,
  storage,
  bath,
  toys,
};
