import { Readable } from 'node:stream';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of a zip file. */
export interface ZippedFile {
  name: string;
  /** What is compressed already is stored as it is. */
  content: string | AsyncIterable<Uint8Array>;
}

async function* chunksOf(files: readonly ZippedFile[]): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    made.push(chunk);
  });
  for (const { name, content } of files) {
    if (typeof content === 'string') {
      const file = new ZipDeflate(name);
      zip.add(file);
      file.push(Buffer.from(content), true);
    } else {
      const file = new ZipPassThrough(name);
      zip.add(file);
      for await (const chunk of content) {
        file.push(chunk);
        yield* made.splice(0);
      }
      file.push(new Uint8Array(), true);
    }
    yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}

/** A zip file, made while it is read. */
export const zipFile = (files: readonly ZippedFile[]): Readable => Readable.from(chunksOf(files));
