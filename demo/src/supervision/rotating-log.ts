import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs';

const defaultLimit = 20e6;
/** How much of the end is kept in memory, to tell why a part died. */
const remembered = 4_000;
const newline = 10;

/**
 * A log file of about `limit` bytes at most, beside which one older file is kept (`NAME.log.old`).
 * Written synchronously: nothing is lost when the demo ends, and the order is the parts' own.
 */
export class RotatingLog {
  #descriptor: number | undefined;
  #size = 0;
  #betweenLines = true;
  #end = Buffer.alloc(0);

  /** `onError` hears of a write that failed; the chunk is dropped, and the next one tried again. */
  constructor(
    readonly file: string,
    private readonly onError: (error: unknown) => void,
    private readonly limit = defaultLimit,
  ) {}

  write(chunk: Buffer): void {
    this.#end = Buffer.concat([this.#end, chunk]).subarray(-remembered);
    try {
      this.#descriptor ??= this.#open();
      if (this.#size >= this.limit && this.#betweenLines) this.#descriptor = this.#rotate();
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

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }

  #open(): number {
    const descriptor = openSync(this.file, 'a');
    this.#size = fstatSync(descriptor).size;
    return descriptor;
  }

  #rotate(): number {
    this.close();
    renameSync(this.file, `${this.file}.old`);
    return this.#open();
  }
}
