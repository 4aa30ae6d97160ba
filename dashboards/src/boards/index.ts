import type { Board } from '../grafana/board';
import { executive } from './executive/board';
import { logs } from './logs/board';
import type { BoardName } from './names';
import { outside } from './outside/board';
import { overview } from './overview/board';
import { releases } from './releases/board';
import { service } from './service/board';
import { stores } from './stores/board';

/** Every dashboard, in the order in which a reader needs them. */
export const allBoards: readonly Board[] = Object.values({
  overview,
  service,
  stores,
  outside,
  releases,
  logs,
  executive,
} satisfies Record<BoardName, Board>);
