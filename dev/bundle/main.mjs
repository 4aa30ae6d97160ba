import { bundle } from './bundle.mjs';

// `node main.mjs` in the folder of a package: bundles its program, `src/main.ts`, and that of its threads.
await bundle(process.cwd());
