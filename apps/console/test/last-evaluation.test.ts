import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLastEvaluation } from '../src/health/last-evaluation';
import { scratchDirectory } from './scratch';

const began = Date.parse('2026-11-26T12:00:00Z');
const inFile = () => join(scratchDirectory(), 'events', 'last-evaluation');

it('is known after a kill to ten seconds, and exactly after a stop', () => {
  const file = inFile();
  const first = openLastEvaluation(file);
  expect(first.before).toBeUndefined();
  for (let after = 0; after <= 19_000; after += 250) first.evaluated(began + after);
  expect(openLastEvaluation(file).before).toBe(began + 10_000);
  first.end(began + 19_500);
  expect(openLastEvaluation(file).before).toBe(began + 19_500);
});

it('is not known of a file that is damaged', () => {
  const file = inFile();
  openLastEvaluation(file).end(began);
  writeFileSync(file, 'x');
  expect(openLastEvaluation(file).before).toBeUndefined();
});
