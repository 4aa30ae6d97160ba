import { type Load, startLoad } from '@faultline/load';

/** Requests that were sent, and those of them without a response or with a 5xx. */
export interface Requests {
  sent: number;
  failed: number;
}

/** Shoppers that come all the time, and what became of their requests. */
export class Traffic implements AsyncDisposable {
  readonly #load: Load;
  #sent = 0;
  #failed = 0;
  readonly #kinds = new Map<string, number>();

  constructor(url: string, rate: number) {
    this.#load = startLoad({
      url,
      rate,
      maxRunning: 5_000,
      onRequest: ({ name, status }) => {
        this.#sent += 1;
        if (status !== undefined && status < 500) return;
        this.#failed += 1;
        const kind = `${name} ${status ?? 'without a response'}`;
        this.#kinds.set(kind, (this.#kinds.get(kind) ?? 0) + 1);
      },
    });
  }

  get requests(): Requests {
    return { sent: this.#sent, failed: this.#failed };
  }

  /** How many requests have failed so far, by step and status. */
  get failures(): string {
    return [...this.#kinds].map(([kind, count]) => `${count} × ${kind}`).join(', ') || 'none';
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#load.stop(1);
  }
}

export const since = (before: Requests, now: Requests): Requests => ({
  sent: now.sent - before.sent,
  failed: now.failed - before.failed,
});
