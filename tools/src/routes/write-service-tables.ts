import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderServiceTables, serviceTablesFile } from './service-tables';

// First of all, as the rest reads the contracts: a new service is among them then.
const workspace = join(__dirname, '../../..');
writeFileSync(join(workspace, serviceTablesFile), renderServiceTables(workspace));
