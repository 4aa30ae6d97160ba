import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const scriptsNeed = 20;
/** What the services and the demo need. */
const servicesNeed = 24;

const majorOf = (version) => Number(/^v(\d+)\./.exec(version)?.[1] ?? 0);

/** Ends this process with one line when this Node is too old even to install another. */
export const checkNode = () => {
  if (majorOf(process.version) >= scriptsNeed) return;
  console.error(
    `Faultline starts with Node ${scriptsNeed} or newer and this is ${process.version}: install a newer one from https://nodejs.org`,
  );
  process.exit(1);
};

/** The Node that the services run on: the one that came with the dependencies, or else this one. */
export const servicesNode = (root) => {
  if (majorOf(process.version) >= servicesNeed) return process.execPath;
  const pinned = join(root, 'node_modules/.bin/node');
  const { stdout } = spawnSync(pinned, ['--version'], { encoding: 'utf8' });
  if (majorOf(stdout ?? '') >= servicesNeed) return pinned;
  console.error(
    `The services need Node ${servicesNeed}, this is ${process.version}, and npm has none for ${process.platform}-${process.arch}: install Node ${servicesNeed} from https://nodejs.org`,
  );
  return process.exit(1);
};
