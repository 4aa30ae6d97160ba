import { checkNode, servicesNode } from './node-version.mjs';
import { build, install } from './prepare.mjs';
import { root, runBundle } from './run-bundle.mjs';

// `npm run fault`: what `npm start` has built, so that it takes no second.
checkNode();
await install(root);
await build(root, servicesNode(root));
runBundle('fault', { keepCompiled: true });
