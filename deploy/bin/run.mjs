import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { become } from '../../tools/launch/child.mjs';
import { checkNode } from '../../tools/launch/node-version.mjs';
import { install } from '../../tools/launch/prepare.mjs';
import { sourceProgram } from '../../tools/launch/run-source.mjs';

// `npm run images`, `npm run cluster`, `npm run deploy`, `npm run canary`: a program of this package, from its sources, since
// what it builds is built in the images and not here.
checkNode();
const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
await install(root);
const [program, ...words] = process.argv.slice(2);
const { command, args, env } = sourceProgram(root, 'deploy', join(program, 'main.ts'), words);
become(command, args, { env });
