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
  /** Bytes that a file takes before the next one is begun. */
  limit: number;
  /** How many older files are kept, compressed. */
  kept: number;
}

/**
 * At the default load the busiest services write 31 MB an hour, and a summary of the day wants 24 of
 * them: 900 MB of lines, which take a fifth of it.
 */
const aDay: Rotation = { limit: 20e6, kept: 45 };
/** How much of the end is kept in memory, to tell why a component died. */
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

  /** `onError` hears of a write that failed; the chunk is dropped, and the next one tried again. */
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

  /** The last line that was written, even if the file could not take it. */
  get lastLine(): string {
    return this.#end.toString().trimEnd().split('\n').at(-1) ?? '';
  }

  /** Settles when older files are compressed; one whose compression is cut short stays as it was. */
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
      // It goes on in the same file, for as long again.
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

/** While it is written, a compressed file has this name. */
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

/** Removes the oldest files beside a log, and what a compression that was cut short has left. */
const prune = async (file: string, kept: number): Promise<void> => {
  const beside = await readdir(dirname(file));
  const older = beside.filter((name) => name.startsWith(`${basename(file)}.`)).sort();
  const whole = older.filter((name) => !name.endsWith(unfinished));
  const tooMany = whole.slice(0, Math.max(0, whole.length - kept));
  const drafts = older.filter((name) => name.endsWith(unfinished));
  for (const name of [...tooMany, ...drafts]) await rm(join(dirname(file), name), { force: true });
};
