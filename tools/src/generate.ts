import './faults/write-catalogue-index';
import './routes/write-service-tables';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated';

// `npm run generate`: writes the files that are generated from the code.
const workspace = join(__dirname, '../..');
for (const [path, contents] of generatedFiles(workspace)) {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), contents);
}
