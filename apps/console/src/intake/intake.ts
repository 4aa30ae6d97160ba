import { otlpIntake } from '@faultline/otlp';
import { expectHosts, outsideServer, ProblemError, refuseOtherSites } from '@faultline/service';
import type { TelemetryStore } from '@faultline/telemetry-store';

/** What has become of the spans and log records that came in since the start of this process. */
export interface IntakeCounts {
  /** Accepted spans and log records: stored, dropped or waiting to be written. */
  received: number;
  spansStored: number;
  logsStored: number;
  /** Lost because they came faster than they could be written, or because the disk refused them. */
  dropped: number;
  /** Requests that were refused: no OTLP (400), too large (413), too many at once (429), or another error. */
  refused: { malformed: number; tooLarge: number; tooMany: number; other: number };
}

/** The OTLP/HTTP receiver of the console. */
export interface Intake {
  /** For `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  url: string;
  counts(): Promise<IntakeCounts>;
}

interface RunningIntake extends Intake {
  close(): Promise<void>;
}

export interface IntakeOptions {
  host: string;
  /** 0 for any free port. */
  port: number;
  store: Pick<TelemetryStore, 'intake' | 'counts'>;
  /** The maximum of requests at once; more get 429, and exporters try again later. */
  maxRequests?: number;
}

const kindOf = (status: number): keyof IntakeCounts['refused'] => {
  if (status === 400) return 'malformed';
  if (status === 413) return 'tooLarge';
  return status === 429 ? 'tooMany' : 'other';
};

/** Receives traces and logs for the store. */
export const startIntake = async (options: IntakeOptions): Promise<RunningIntake> => {
  const { host, port, store, maxRequests = 32 } = options;
  const refused = { malformed: 0, tooLarge: 0, tooMany: 0, other: 0 };
  let received = 0;
  let open = 0;
  const app = outsideServer();
  expectHosts(app, [], 403);
  refuseOtherSites(app);
  app.addHook('onRequest', (_request, reply, done) => {
    open += 1;
    reply.raw.once('close', () => {
      open -= 1;
    });
    if (open <= maxRequests) done();
    else
      done(
        new ProblemError(429, 'too-many-requests', 'Too many requests at once.', { retryAfter: 1 }),
      );
  });
  app.addHook('onResponse', (_request, reply, done) => {
    if (reply.statusCode >= 400) refused[kindOf(reply.statusCode)] += 1;
    done();
  });
  await app.register(otlpIntake, {
    take: async (signal, body) => {
      const items = await store.intake(signal, body);
      // Other requests have been counted meanwhile.
      received += items;
    },
  });
  const url = await app.listen({ host, port });
  return {
    url,
    counts: async () => {
      const { spans, logs, dropped } = await store.counts();
      return {
        received,
        spansStored: spans,
        logsStored: logs,
        dropped,
        refused: { ...refused },
      };
    },
    close: () => app.close(),
  };
};
