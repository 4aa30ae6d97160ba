/** What a bench has started or made, and has to be ended or removed when it is over. */
export class Cleanup {
  readonly #undo: (() => Promise<unknown>)[] = [];
  #clearing: Promise<void> | undefined;

  add(undo: () => Promise<unknown>): void {
    this.#undo.push(undo);
  }

  /**
   * Undoes all, the last first. One that cannot be undone does not keep the others; afterwards the
   * first reason is thrown. Called again meanwhile, it waits for the same.
   */
  clear(): Promise<void> {
    this.#clearing ??= this.#clear().finally(() => {
      this.#clearing = undefined;
    });
    return this.#clearing;
  }

  async #clear(): Promise<void> {
    const reasons: unknown[] = [];
    for (let undo = this.#undo.pop(); undo; undo = this.#undo.pop()) {
      await undo().catch((reason: unknown) => reasons.push(reason));
    }
    if (reasons.length > 0) throw reasons[0];
  }
}
