import { join } from 'node:path';
import type { ComponentContext } from './supervision/component';
import { RotatingLog } from './supervision/rotating-log';

/** The minimum time between two notices with the same text. */
const quietMs = 60_000;

/** The log file of each component, and the notices about logs that cannot be written. */
export class ComponentLogs {
  readonly #logs = new Map<string, RotatingLog>();
  readonly #toldAt = new Map<string, number>();

  constructor(
    private readonly directory: string,
    private readonly notice: (line: string) => void,
    private readonly output: (name: string, chunk: Buffer) => void = () => undefined,
  ) {}

  contextFor(name: string): ComponentContext {
    const log = new RotatingLog(this.file(name), (error) => this.#tellError(error));
    this.#logs.set(name, log);
    return {
      notice: this.notice,
      log: (chunk) => {
        log.write(chunk);
        this.output(name, chunk);
        if (chunk.includes('No space left on device')) this.#tellDiskFull();
      },
    };
  }

  file(name: string): string {
    return join(this.directory, `${name}.log`);
  }

  /** The last line that a component wrote. */
  lastLine(name: string): string {
    return this.#logs.get(name)?.lastLine ?? '';
  }

  close(): void {
    for (const log of this.#logs.values()) log.close();
  }

  #tellError(error: unknown): void {
    if (error instanceof Error && 'code' in error && error.code === 'ENOSPC') this.#tellDiskFull();
    else this.#tell(`A log cannot be written: ${error instanceof Error ? error.message : error}`);
  }

  #tellDiskFull(): void {
    this.#tell(
      `The disk that holds ${this.directory} is full: free some room, and the demo goes on`,
    );
  }

  #tell(line: string): void {
    const now = Date.now();
    if (now - (this.#toldAt.get(line) ?? 0) < quietMs) return;
    this.#toldAt.set(line, now);
    this.notice(line);
  }
}
