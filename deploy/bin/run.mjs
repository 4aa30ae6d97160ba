import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from '../../demo/bin/child.mjs';
import { checkNode } from '../../demo/bin/node-version.mjs';
import { install } from '../../demo/bin/prepare.mjs';
import { sourceProgram } from '../../demo/bin/run-source.mjs';

// `npm run images`, `npm run cluster`: a program of this package, from its sources, since what it builds is built
// in the images and not here.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
await install(root);
const [program, ...words] = process.argv.slice(2);
const { command, args, env } = sourceProgram(root, 'deploy', join(program, 'main.ts'), words);
become(command, args, { env });
