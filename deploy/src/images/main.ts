import { resolve } from 'node:path';
import { imagesUsage, parseImagesCommand } from './arguments';
import { ImagesError, ImagesUsageError } from './errors';
import { makeImages } from './make-images';

// `npm run images [-- options]`: the images of the services and of the load, as far as they changed.

const workspace = resolve(__dirname, '../../..');

const main = async (words: readonly string[]): Promise<number> => {
  try {
    const command = parseImagesCommand(words);
    if (command.help) console.log(imagesUsage);
    else await makeImages(command, workspace);
    return 0;
  } catch (error) {
    if (error instanceof ImagesUsageError) {
      console.error(error.message);
      return 2;
    }
    console.error(error instanceof ImagesError ? error.message : error);
    return 1;
  }
};

main(process.argv.slice(2)).then((code) => process.exit(code));
