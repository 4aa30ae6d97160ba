import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReceivedLog, ReceivedSpan } from '@faultline/otlp';
import { onTestFinished } from 'vitest';
import { openReader, openWriter } from '../src';

/** The name of a file in an empty directory, which goes with the test. */
export const storeFile = (): string => {
  const directory = mkdtempSync(join(tmpdir(), 'faultline-telemetry-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  return join(directory, 'telemetry.db');
};

/** A store that is written and read; both are closed with the test. */
export const openStore = (file = storeFile(), maxRows?: number) => {
  const writer = openWriter(file);
  const reader = openReader(file, maxRows);
  onTestFinished(() => {
    reader.close();
    writer.close();
  });
  return { file, writer, reader };
};

export const id = (number: number, digits = 32): string =>
  number.toString(16).padStart(digits, '0');

export const span = (changes: Partial<ReceivedSpan> = {}): ReceivedSpan => ({
  service: 'cart',
  resource: { 'service.name': 'cart', 'service.version': '1.0.0' },
  traceId: id(1),
  spanId: id(1, 16),
  parentSpanId: '',
  name: 'GET /cart',
  kind: 'SERVER',
  start: 1_000,
  end: 1_010,
  status: 'UNSET',
  attributes: {},
  events: [],
  links: [],
  ...changes,
});

export const log = (changes: Partial<ReceivedLog> = {}): ReceivedLog => ({
  service: 'cart',
  resource: { 'service.name': 'cart', 'service.version': '1.0.0' },
  time: 1_000,
  level: 'info',
  message: 'http-request',
  traceId: '',
  spanId: '',
  attributes: {},
  ...changes,
});
