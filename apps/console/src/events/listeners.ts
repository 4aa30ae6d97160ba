/** Functions that want to hear of something. */
export class Listeners<Event> {
  readonly #listeners = new Set<(event: Event) => void>();

  /** Calls `listen` with each event, until the returned function is called. */
  readonly subscribe = (listen: (event: Event) => void): (() => void) => {
    this.#listeners.add(listen);
    return () => this.#listeners.delete(listen);
  };

  tell(event: Event): void {
    for (const listen of this.#listeners) listen(event);
  }
}
