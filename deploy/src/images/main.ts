import { resolve } from 'node:path';
import { exitCodeOf } from '@faultline/command-line';
import { ClusterError } from '../cluster/programs';
import { parseImagesCommand } from './arguments';
import { ImagesError } from './errors';
import { makeImages } from './make-images';

// `npm run images [-- options]`: the images of the services and of the load, as far as they changed.

const main = async (): Promise<number> => {
  await makeImages(parseImagesCommand(process.argv.slice(2)), resolve(__dirname, '../../..'));
  return 0;
};

void exitCodeOf(main, [ImagesError, ClusterError]).then((code) => process.exit(code));
