import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Readable, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MetricHistory } from '@faultline/evidence';
import { MalformedBodyError, type Signal } from '@faultline/otlp';
import { openTelemetryStore, type TelemetryStoreOptions } from '@faultline/telemetry-store';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import type { ConsoleSources } from '../sources';
import {
  AlertsLine,
  bundleVersion,
  ChangesLine,
  isTarget,
  Manifest,
  MetricsLine,
  StatesLine,
} from './bundle-lines';
import {
  noBudgetLog,
  noIncidents,
  recordedAlerts,
  recordedChanges,
  recordedHealth,
} from './recorded';

/** The file is no bundle, or one that this console cannot read; the message says why. */
export class BundleError extends Error {
  override readonly name = 'BundleError';
}

/** A bundle as a console shows it, with files of its own until it is closed. */
export interface OpenBundle {
  manifest: Static<typeof Manifest>['faultline'];
  sources: Omit<ConsoleSources, 'probes'>;
  close(): Promise<void>;
}

export interface OpenBundleOptions {
  thread: TelemetryStoreOptions['thread'];
  /** Bytes that the bundle may have when it is unpacked; default 1 GB. */
  maxBytes?: number;
  /** Bytes that a line may have; default 64 MB. */
  maxLineBytes?: number;
}

/** Far more than a bundle has, whose times are those of another machine. */
const limits = { maxBytes: 4e9, maxAge: 1e15, maxAhead: 1e12 };

/** Passes up to so many bytes on, and lines up to so many. */
const bounded = (maxBytes: number, maxLineBytes: number): Transform => {
  let bytes = 0;
  let line = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      const end = chunk.lastIndexOf(10);
      line = end < 0 ? line + chunk.length : chunk.length - end;
      if (bytes > maxBytes) done(new BundleError(`It has more than ${maxBytes} bytes unpacked`));
      else if (line > maxLineBytes)
        done(new BundleError(`It has a line of more than ${maxLineBytes} bytes`));
      else done(null, chunk);
    },
  });
};

/** The lines of a gzipped file. Throws a BundleError where it cannot be unpacked. */
async function* linesOf(file: Readable, maxBytes: number, maxLineBytes: number) {
  const unpacked = file.pipe(createGunzip()).on('error', (error) => {
    text.destroy(new BundleError(`It cannot be unpacked: ${error.message}`));
  });
  const text = unpacked.pipe(bounded(maxBytes, maxLineBytes));
  file.on('error', (error) => text.destroy(error));
  let number = 0;
  for await (const line of createInterface({ input: text })) {
    number += 1;
    if (line !== '') yield { number, line };
  }
  if (text.errored) throw text.errored;
}

const signals: Readonly<Record<string, Signal>> = {
  resourceSpans: 'traces',
  resourceLogs: 'logs',
};

/** Does something with a line; what is wrong with it becomes a BundleError with its number. */
const atLine = async <Result>(number: number, use: () => Result | Promise<Result>) => {
  try {
    return await use();
  } catch (error) {
    const isOfLine = [SyntaxError, MalformedBodyError, BundleError].some(
      (kind) => error instanceof kind,
    );
    if (!isOfLine || !(error instanceof Error)) throw error;
    throw new BundleError(`Line ${number}: ${error.message}`, { cause: error });
  }
};

/** Reads a bundle. Rejects with a BundleError when it is none. */
export const openBundle = async (
  file: Readable,
  { thread, maxBytes = 1e9, maxLineBytes = 64e6 }: OpenBundleOptions,
): Promise<OpenBundle> => {
  await using cleanup = new AsyncDisposableStack();
  const lines = linesOf(file, maxBytes, maxLineBytes);
  cleanup.defer(async () => {
    await lines.return();
  });
  const { value: first } = await lines.next();
  if (!first) throw new BundleError('It is empty');
  const manifest = await atLine(first.number, () => manifestIn(JSON.parse(first.line)));
  const directory = await mkdtemp(join(tmpdir(), 'faultline-bundle-'));
  cleanup.defer(() => rm(directory, { recursive: true, force: true }));
  const store = await openTelemetryStore({ directory, thread, limits });
  cleanup.defer(store.close);

  const metrics: Static<typeof MetricsLine>['metrics'][] = [];
  let states: Static<typeof StatesLine>['states'] = [];
  let alerts: Static<typeof AlertsLine>['alerts'] = [];
  let changes: Static<typeof ChangesLine>['changes'] = [];
  let received = 0;
  const read = async (line: string): Promise<void> => {
    const value: unknown = JSON.parse(line);
    const [kind = ''] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    const checked = <Schema extends TSchema>(schema: Schema): Static<Schema> => {
      if (Check(schema, value)) return value;
      throw new BundleError(`its ${kind} have another shape`);
    };
    const signal = signals[kind];
    if (signal) {
      const { accepted, rejected } = await store.intake(signal, Buffer.from(line), 'json');
      // A console has taken all that it writes into a bundle.
      if (rejected) throw new BundleError(rejected.reason);
      received += accepted;
    } else if (kind === 'metrics') metrics.push(checked(MetricsLine).metrics);
    else if (kind === 'states') states = checked(StatesLine).states;
    else if (kind === 'alerts') alerts = checked(AlertsLine).alerts;
    else if (kind === 'changes') changes = checked(ChangesLine).changes;
  };
  for await (const { number, line } of lines) await atLine(number, () => read(line));
  await store.flush();

  const history = historyOf(metrics);
  const resources = cleanup.move();
  return {
    manifest,
    sources: {
      store,
      metrics: {
        history,
        window: (target, from, to) => history.window(target, from, to),
        keptSince: () => oldestOf(metrics),
      },
      health: recordedHealth(states, manifest.to),
      alerts: recordedAlerts(
        alerts.map(({ resolvedAt, value, ...alert }) => ({ ...alert, resolvedAt, value })),
      ),
      changes: recordedChanges(changes),
      incidents: noIncidents,
      budgets: noBudgetLog,
      intake: {
        url: '',
        counts: async () => {
          const { spans, logs, dropped, rejected } = await store.counts();
          const refused = { malformed: 0, tooLarge: 0, tooMany: 0, other: 0 };
          return { received, spansStored: spans, logsStored: logs, dropped, rejected, refused };
        },
      },
    },
    close: () => resources.disposeAsync(),
  };
};

const manifestIn = (value: unknown): Static<typeof Manifest>['faultline'] => {
  if (!Check(Manifest, value)) throw new BundleError('it is no bundle of Faultline');
  const { faultline } = value;
  if (faultline.bundle !== bundleVersion)
    throw new BundleError(
      `it has version ${faultline.bundle} (of Faultline ${faultline.version}), and this console reads ${bundleVersion}`,
    );
  return faultline;
};

/** The time of the oldest scrape: a bundle of old times has no metrics, and may have some of its end. */
const oldestOf = (lines: Static<typeof MetricsLine>['metrics'][]): number | undefined => {
  const times = lines.flatMap(({ times: [first] }) => first ?? []);
  return times.length > 0 ? Math.min(...times) : undefined;
};

/** The scrapes of all targets, in the order of their times. */
const historyOf = (lines: Static<typeof MetricsLine>['metrics'][]): MetricHistory => {
  const scrapes = lines.reduce((most, { times }) => Math.max(most, times.length), 1);
  const history = new MetricHistory({ scrapes });
  for (const { target, times, readable, series } of lines) {
    if (!isTarget(target)) continue;
    times.forEach((time, index) => {
      const samples = series.flatMap(({ name, labels, values }) => {
        const value = values[index];
        return typeof value === 'number' ? [{ name, labels, value }] : [];
      });
      history.add(target, { time, samples: readable[index] ? samples : undefined });
    });
  }
  return history;
};
