const first = 500;
const maxMs = 5_000;
/** A process that ran this long was well: its next restart is quick again. */
const wellAfter = 30_000;

/** The waits before restarts, in milliseconds: 500, doubling up to 5000. */
export class Backoff {
  #next = first;

  /** The wait after a run that lasted `ranMs`. */
  after(ranMs: number): number {
    if (ranMs >= wellAfter) this.#next = first;
    const wait = this.#next;
    this.#next = Math.min(wait * 2, maxMs);
    return wait;
  }
}
