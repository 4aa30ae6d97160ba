import type { HealthEntry, HealthReport } from '@faultline/contracts';

/** Resolves when all is well, rejects when not; may report entries of its own instead. */
export type HealthCheck = (signal: AbortSignal) => Promise<HealthReport | undefined>;

const checkTimeout = 2000;

const entry = (Name: string, Status: HealthEntry['Status']): HealthEntry => ({
  Name,
  Status,
  StatusTime: new Date().toISOString(),
});

const timedOut = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const runCheck = async (name: string, check: HealthCheck): Promise<HealthReport> => {
  const signal = AbortSignal.timeout(checkTimeout);
  try {
    const nested = await Promise.race([check(signal), timedOut(signal)]);
    return nested ?? [entry(name, 'OK')];
  } catch {
    // Why it failed is told by the metrics, spans and logs of the thing itself.
    return [entry(name, signal.aborted ? 'TIMEOUT' : 'ERROR')];
  }
};

/** The health of a service and of everything that it depends on. */
export class Health {
  readonly #checks = new Map<string, HealthCheck>();
  #running: Promise<HealthReport> | undefined;

  constructor(
    private readonly service: string,
    /** Milliseconds for which a report is given again instead of asking everything anew. */
    private readonly keptFor = 0,
  ) {}

  add(name: string, check: HealthCheck): void {
    this.#checks.set(name, check);
  }

  /** Asks everything; requests that come meanwhile, and for as long as a report is kept, share it. */
  report(): Promise<HealthReport> {
    this.#running ??= this.#ask().finally(() => {
      if (this.keptFor > 0) setTimeout(this.#forget, this.keptFor).unref();
      else this.#forget();
    });
    return this.#running;
  }

  readonly #forget = (): void => {
    this.#running = undefined;
  };

  async #ask(): Promise<HealthReport> {
    const reports = await Promise.all(
      [...this.#checks].map(([name, check]) => runCheck(name, check)),
    );
    const byName = new Map(reports.flat().map((each) => [each.Name, each]));
    return [entry(this.service, 'OK'), ...byName.values()];
  }
}

export const isWell = (report: HealthReport): boolean =>
  report.every(({ Status }) => Status === 'OK');
