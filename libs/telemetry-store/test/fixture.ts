import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
