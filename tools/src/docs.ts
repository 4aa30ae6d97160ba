import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectLogCalls } from './log-messages/collect';
import { renderLogMessages } from './log-messages/render';

// `npm run docs`: writes the pages that are generated from the code.
const workspace = join(__dirname, '../..');
writeFileSync(
  join(workspace, 'docs/log-messages.md'),
  renderLogMessages(collectLogCalls(workspace)),
);
