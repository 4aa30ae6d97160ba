import {
  closeSync,
  createReadStream,
  createWriteStream,
  fstatSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

export interface Rotation {
  /** The size in bytes at which the next file begins. */
  limit: number;
  /** The number of older, compressed files to keep. */
  kept: number;
}

/**
 * At the default load the busiest services write 31 MB per hour. A summary of the day needs 24
 * hours: 900 MB of lines, which compression reduces to a fifth.
 */
const aDay: Rotation = { limit: 20e6, kept: 45 };
/** The number of last bytes that are kept in memory, to show why a component ended. */
const remembered = 4_000;
const newline = 10;
const ownerOnly = 0o600;

/**
 * A log file of about `limit` bytes at most, beside which older files are kept (`NAME.log.TIME.gz`).
 * Written synchronously: nothing is lost when the demo ends, and the order is the components' own.
 */
export class RotatingLog {
  #descriptor: number | undefined;
  #size = 0;
  #betweenLines = true;
  #end = Buffer.alloc(0);
  #packing = Promise.resolve();

  /** `onError` is called if a write fails; the chunk is dropped, and the next write is tried. */
  constructor(
    readonly file: string,
    private readonly onError: (error: unknown) => void,
    private readonly rotation = aDay,
  ) {}

  write(chunk: Buffer): void {
    this.#end = Buffer.concat([this.#end, chunk]).subarray(-remembered);
    try {
      this.#descriptor ??= this.#open();
      if (this.#size >= this.rotation.limit && this.#betweenLines)
        this.#descriptor = this.#rotate();
      this.#size += writeSync(this.#descriptor, chunk);
      this.#betweenLines = chunk.at(-1) === newline;
    } catch (error) {
      this.onError(error);
    }
  }

  /** The last line, even if it could not be written to the file. */
  get lastLine(): string {
    return this.#end.toString().trimEnd().split('\n').at(-1) ?? '';
  }

  /** Resolves when older files are compressed; a file whose compression is interrupted stays uncompressed. */
  get packed(): Promise<void> {
    return this.#packing;
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #open(): number {
    const descriptor = openSync(this.file, 'a', ownerOnly);
    this.#size = fstatSync(descriptor).size;
    return descriptor;
  }

  #rotate(): number {
    this.close();
    const older = `${this.file}.${new Date().toISOString()}`;
    try {
      renameSync(this.file, older);
    } catch (error) {
      // Continues in the same file until the next limit.
      this.onError(error);
      const descriptor = this.#open();
      this.#size = 0;
      return descriptor;
    }
    this.#packing = this.#packing
      .then(() => pack(older))
      .then(() => prune(this.file, this.rotation.kept))
      .catch(this.onError);
    return this.#open();
  }
}

/** The name of a compressed file while it is written. */
const unfinished = '.part';

const pack = async (file: string): Promise<void> => {
  const packed = `${file}.gz`;
  const draft = `${packed}${unfinished}`;
  await pipeline(
    createReadStream(file),
    createGzip(),
    createWriteStream(draft, { mode: ownerOnly }),
  );
  await rename(draft, packed);
  await rm(file);
};

/** Removes the oldest files of a log, and remains of interrupted compressions. */
const prune = async (file: string, kept: number): Promise<void> => {
  const beside = await readdir(dirname(file));
  const older = beside.filter((name) => name.startsWith(`${basename(file)}.`)).sort();
  const whole = older.filter((name) => !name.endsWith(unfinished));
  const tooMany = whole.slice(0, Math.max(0, whole.length - kept));
  const drafts = older.filter((name) => name.endsWith(unfinished));
  for (const name of [...tooMany, ...drafts]) await rm(join(dirname(file), name), { force: true });
};
