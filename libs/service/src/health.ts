import type { HealthEntry, HealthReport } from '@faultline/contracts';

/** Resolves if the dependency is healthy, else rejects; may return a report with entries of its own. */
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
    // The reason is in the metrics, spans and logs of the dependency.
    return [entry(name, signal.aborted ? 'TIMEOUT' : 'ERROR')];
  }
};

/** The health of a service and of everything that it depends on. */
export class Health {
  readonly #checks = new Map<string, HealthCheck>();
  #running: Promise<HealthReport> | undefined;

  constructor(
    private readonly service: string,
    /** Milliseconds for which a report is cached. */
    private readonly keptFor = 0,
  ) {}

  add(name: string, check: HealthCheck): void {
    this.#checks.set(name, check);
  }

  /** Checks everything; concurrent requests share the report, and so do later ones while it is cached. */
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
