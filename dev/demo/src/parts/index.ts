import type { Part } from '../supervision/part';
import { loadParts } from './load-parts';
import { serviceParts } from './service-parts';
import type { Setting } from './setting';
import { storeParts } from './store-parts';

/** Each kind of part, in the order of the start. A new kind of process is one more entry. */
const kinds: ReadonlyArray<(setting: Setting) => Part[]> = [storeParts, serviceParts, loadParts];

/** Everything that one demo runs. */
export const partsOf = (setting: Setting): Part[] => kinds.flatMap((kind) => kind(setting));
