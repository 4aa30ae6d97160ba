import fc from 'fast-check';
import type { TSchema } from 'typebox';
import { describe } from 'vitest';
import { consoleRoutes, type Frame } from '../src/console';
import * as guards from '../src/console/guards';
import type { Guard } from '../src/guards';
import { successOf } from '../src/route';
import { itChecks } from './guard-checks';

/** The guard of each route that the pages ask. */
const pairs: [keyof typeof consoleRoutes, Guard<unknown>][] = [
  ['status', guards.isConsoleStatus],
  ['overview', guards.isOverview],
  ['states', guards.isStateList],
  ['red', guards.isRedSeries],
  ['resources', guards.isResources],
  ['heatMap', guards.isHeatMap],
  ['compare', guards.isComparison],
  ['errors', guards.isErrorList],
  ['traces', guards.isTracePage],
  ['trace', guards.isTrace],
  ['logs', guards.isLogPage],
  ['logFacets', guards.isLogFacets],
  ['logSummary', guards.isLogSummary],
  ['store', guards.isStoreDetail],
  ['incidents', guards.isIncidentList],
  ['executive', guards.isExecutive],
  ['incident', guards.isIncidentDetail],
  ['acknowledgeIncident', guards.isIncidentDetail],
  ['commentIncident', guards.isIncidentDetail],
  ['resolveIncident', guards.isIncidentDetail],
  ['faults', guards.isFaultList],
  ['switchOn', guards.isFaultCard],
  ['switchOff', guards.isNothing],
];

const frameWith = (children: fc.Arbitrary<Frame[]>): fc.Arbitrary<Frame> =>
  fc.record({ name: fc.string(), value: fc.double({ min: 0, max: 1e6, noNaN: true }), children });
const frames = frameWith(fc.array(frameWith(fc.constant([])), { maxLength: 2 }));

/** Large values have hundreds of parts to spoil. */
const numRuns = 30;

const schemaOf = (name: keyof typeof consoleRoutes): TSchema => successOf(consoleRoutes[name]).body;

describe.each(pairs)('the guard of %s', (name, guard) =>
  itChecks(guard, schemaOf(name), { numRuns }),
);

describe('the guard of profile', () =>
  itChecks(guards.isFrame, schemaOf('profile'), { values: frames, numRuns }));
