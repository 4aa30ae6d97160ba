import { setTimeout as delay } from 'node:timers/promises';
import type { Metrics } from '@faultline/telemetry';
import type { WatchedService } from '../config';
import type { Probe, ProbeName } from './probe';
import { probePlan } from './probe-plan';

export interface ProbeResult {
  probe: ProbeName;
  /** When it ended. */
  at: number;
  success: boolean;
  seconds: number;
  /** Why it failed, such as `it responded 502`. */
  reason: string | undefined;
}

/**
 * Synthetic checks. Their results are also metrics of the console: `probe_success`, `probe_duration_seconds` and
 * `probe_checks_total` with the label `probe`.
 */
export interface Probes {
  /** The last result of each probe that has run. */
  latest(): ProbeResult[];
}

interface RunningProbes extends Probes {
  close(): Promise<void>;
}

export interface ProbesOptions {
  services: readonly WatchedService[];
  metrics: Pick<Metrics, 'counter' | 'gauge'>;
  /**
   * Milliseconds in which failures do not count as long as a check has never succeeded, and in which the shop is not
   * used before all services are ready: it may be starting.
   */
  grace?: number;
}

const startGrace = 30_000;
const lookAgainMilliseconds = 200;

/** Checks the watched services from outside, at intervals. */
export const startProbes = ({
  services,
  metrics,
  grace = startGrace,
}: ProbesOptions): RunningProbes => {
  const startedAt = Date.now();
  const latest = new Map<ProbeName, ProbeResult>();
  const stopping = new AbortController();
  const { signal } = stopping;
  const plan = probePlan(services);
  const checks = metrics.counter('probe_checks_total', {
    probe: plan.map(({ name }) => name),
    outcome: ['succeeded', 'failed'],
  });

  const check = async ({ name, run, reasonOf }: Probe): Promise<void> => {
    const start = performance.now();
    const failure = await run(signal).then(
      () => undefined,
      (error: unknown) => reasonOf(error),
    );
    const isStarting = !latest.has(name) && Date.now() - startedAt < grace;
    if (signal.aborted || (failure !== undefined && isStarting)) return;
    checks.add({ probe: name, outcome: failure === undefined ? 'succeeded' : 'failed' });
    latest.set(name, {
      probe: name,
      at: Date.now(),
      success: failure === undefined,
      seconds: (performance.now() - start) / 1000,
      reason: failure,
    });
  };
  const isReady = ({ name }: WatchedService) => latest.get(name)?.success === true;
  /** Resolves when each service was ready at the same time, or has had time to be. */
  const allStarted = async (): Promise<void> => {
    while (!signal.aborted && Date.now() - startedAt < grace && !services.every(isReady))
      await delay(lookAgainMilliseconds, undefined, { signal }).catch(() => undefined);
  };
  const repeat = async (probe: Probe): Promise<void> => {
    if (probe.needsAll) await allStarted();
    while (!signal.aborted) {
      const begin = Date.now();
      await check(probe);
      const rest = Math.max(0, begin + probe.every - Date.now());
      await delay(rest, undefined, { signal }).catch(() => undefined);
    }
  };
  const running = Promise.all(plan.map(repeat));

  metrics.gauge('probe_success', (report) => {
    for (const { probe, success } of latest.values()) report({ probe }, success ? 1 : 0);
  });
  metrics.gauge('probe_duration_seconds', (report) => {
    for (const { probe, seconds } of latest.values()) report({ probe }, seconds);
  });
  return {
    latest: () => [...latest.values()],
    close: async () => {
      stopping.abort();
      await running;
    },
  };
};
