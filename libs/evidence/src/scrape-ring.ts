/** When scrapes were made and whether they succeeded, in a ring. */
export interface SavedRing {
  times: Float64Array;
  readable: Uint8Array;
  /** How many scrapes there have been. */
  count: number;
}

export class ScrapeRing {
  readonly #times: Float64Array;
  readonly #readable: Uint8Array;
  #count = 0;

  constructor(readonly capacity: number) {
    this.#times = new Float64Array(capacity);
    this.#readable = new Uint8Array(capacity);
  }

  static from({ times, readable, count }: SavedRing): ScrapeRing {
    const ring = new ScrapeRing(times.length);
    ring.#times.set(times);
    ring.#readable.set(readable);
    ring.#count = count;
    return ring;
  }

  save(): SavedRing {
    return { times: this.#times, readable: this.#readable, count: this.#count };
  }

  get count(): number {
    return this.#count;
  }

  /** Adds a scrape, and returns its slot. */
  add(time: number, readable: boolean): number {
    const slot = this.#count % this.capacity;
    this.#times[slot] = time;
    this.#readable[slot] = readable ? 1 : 0;
    this.#count += 1;
    return slot;
  }

  timeOf(slot: number): number {
    return this.#times[slot] ?? 0;
  }

  isReadable(slot: number): boolean {
    return this.#readable[slot] === 1;
  }

  get newest(): number | undefined {
    return this.#count > 0 ? this.timeOf((this.#count - 1) % this.capacity) : undefined;
  }

  get oldest(): number | undefined {
    if (this.#count === 0) return undefined;
    return this.timeOf(this.#count > this.capacity ? this.#count % this.capacity : 0);
  }

  /** The slots from a time to another, oldest first, with the last one before them. */
  slots(from: number, to: number): number[] {
    const found: number[] = [];
    const first = Math.max(0, this.#count - this.capacity);
    for (let number = this.#count - 1; number >= first; number--) {
      const slot = number % this.capacity;
      const time = this.timeOf(slot);
      if (time > to) continue;
      found.push(slot);
      if (time < from) break;
    }
    return found.reverse();
  }
}
