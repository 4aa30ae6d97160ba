import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueIndex, renderCatalogueIndex } from './catalogue-index';

// What else is generated comes from the catalogue, so its index is there before that is loaded.
const workspace = join(__dirname, '../../..');
writeFileSync(join(workspace, catalogueIndex), renderCatalogueIndex(workspace));
