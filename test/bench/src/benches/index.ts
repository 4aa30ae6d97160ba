import type { Bench } from '../bench';
import { faults } from './faults';
import { fresh } from './fresh';
import { hops } from './hops';
import { journeys } from './journeys';
import { memory } from './memory';
import { start } from './start';
import { telemetry } from './telemetry';

/** In the order in which they run. A new bench is one more entry. */
export const benches: readonly Bench[] = [start, memory, journeys, hops, telemetry, faults, fresh];
