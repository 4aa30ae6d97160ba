import type { IncomingHttpHeaders } from 'node:http';
import { otlpIntake } from '@faultline/otlp';
import { expectHosts, outsideServer, ProblemError, refuseOtherSites } from '@faultline/service';
import { type TelemetryStore, ThreadEndedError } from '@faultline/telemetry-store';

/** What has become of the spans and log records that came in since the start of this process. */
export interface IntakeCounts {
  /** Accepted spans and log records: stored, dropped or waiting to be written. */
  received: number;
  spansStored: number;
  logsStored: number;
  /** Lost because the disk refused them, or because the thread that held them ended. */
  dropped: number;
  /** Spans and log records that were refused for impossible times or ids, while the rest of their request was taken. */
  rejected: number;
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
  /** Host names besides addresses and names inside a cluster. */
  allowedHosts?: readonly string[];
  /** The maximum of requests at once, and of their bytes as they come; more get 429, and exporters try again later. */
  maxRequests?: number;
  maxBytesAtOnce?: number;
}

const kindOf = (status: number): keyof IntakeCounts['refused'] => {
  if (status === 400) return 'malformed';
  if (status === 413) return 'tooLarge';
  return status === 429 ? 'tooMany' : 'other';
};

/** A thread that has ended is there again within seconds; exporters try again then. */
const tryAgain = (error: unknown): never => {
  if (!(error instanceof ThreadEndedError)) throw error;
  throw new ProblemError(503, 'store-restarts', 'The store restarts.', {
    retryAfter: 2,
    cause: error,
  });
};

/** The bytes of a body as it comes. */
const maxBytes = 4 * 1024 * 1024;

/** The bytes that a request may bring: what it says, or as many as it may have. */
const sizeOf = ({ 'content-length': length = String(maxBytes) }: IncomingHttpHeaders): number =>
  Math.min(Number(length), maxBytes);

/** Receives traces and logs for the store. */
export const startIntake = async (options: IntakeOptions): Promise<RunningIntake> => {
  const { host, port, store, allowedHosts = [] } = options;
  const { maxRequests = 32, maxBytesAtOnce = 16 * maxBytes } = options;
  const refused = { malformed: 0, tooLarge: 0, tooMany: 0, other: 0 };
  let received = 0;
  let open = 0;
  let openBytes = 0;
  const app = outsideServer();
  expectHosts(app, allowedHosts, 403);
  refuseOtherSites(app);
  app.addHook('onRequest', ({ headers }, reply, done) => {
    const size = sizeOf(headers);
    open += 1;
    openBytes += size;
    reply.raw.once('close', () => {
      open -= 1;
      openBytes -= size;
    });
    if (open <= maxRequests && openBytes <= maxBytesAtOnce) done();
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
    maxBytes,
    take: async (signal, body, form) => {
      const { accepted, rejected } = await store.intake(signal, body, form).catch(tryAgain);
      // Other requests have been counted meanwhile.
      received += accepted;
      return rejected;
    },
  });
  const url = await app.listen({ host, port });
  return {
    url,
    counts: async () => {
      const { spans, logs, dropped, rejected } = await store.counts();
      return {
        received,
        spansStored: spans,
        logsStored: logs,
        dropped,
        rejected,
        refused: { ...refused },
      };
    },
    close: () => app.close(),
  };
};
