const first = 500;
const maxMs = 5_000;
/** A process that ran this long was healthy, so the delay starts again with the minimum. */
const wellAfter = 30_000;

/** The delays before restarts, in milliseconds: 500, doubling up to 5000. */
export class Backoff {
  #next = first;

  /** The delay after a run that lasted `ranMs`. */
  after(ranMs: number): number {
    if (ranMs >= wellAfter) this.#next = first;
    const wait = this.#next;
    this.#next = Math.min(wait * 2, maxMs);
    return wait;
  }
}
