import type { AlertName, JourneyStep, MetricCondition, UnhealthyComponent } from '@faultline/slo';
import type { LogMessage } from '@faultline/telemetry/names';
import type { ServiceName, StoreName } from '@faultline/topology';

/** Spans that show a fault. */
export interface TraceEvidence {
  service: ServiceName;
  /** The span's name, or a regular expression of it between slashes. */
  span: string;
  /** Attributes that the span has; a value between slashes is a regular expression. */
  attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Words of an exception event of the span. */
  exception?: string;
  status?: 'ERROR';
  /** How long one lasts at least, in milliseconds. */
  minDuration?: number;
  /** Which ratio of all that match last so long; one is enough if not given. */
  minRatio?: number;
  /** How many of them are in one trace. */
  minPerTrace?: number;
  /** How many of them there are in all, where a busy machine has one now and then; one is enough if not given. */
  minCount?: number;
}

/** Log lines that show it: of a service by their message, of a store by its own words. */
export type LogEvidence = LogCriteria &
  (
    | { service: ServiceName; message: LogMessage }
    | {
        service: StoreName;
        /** Words of the line, as a regular expression between slashes. */
        message: Pattern;
      }
  );

/** A regular expression between slashes. */
type Pattern = `/${string}/`;

interface LogCriteria {
  /** Words of the line's fields. */
  containing?: string;
  /** Finds card numbers: runs of digits that pass the Luhn check. */
  cardNumber?: true;
  /** How many lines are in one trace. */
  minPerTrace?: number;
  /** How many there are in all, where a busy machine has one now and then; one is enough if not given. */
  minCount?: number;
}

/** What the shoppers' journeys meet. */
export type SymptomEvidence =
  /** A check of a journey fails: by the beginning of its name, which begins with its step. */
  | { check: `${JourneyStep} ${string}` | Pattern }
  /** A step of the journeys takes longer than so many milliseconds in such a ratio of all requests; a fifth if not given. */
  | { step: JourneyStep; maxDuration: number; minRatio?: number }
  /** A step of the journeys gets a response of this class of status, or none. */
  | { step: JourneyStep; status: '4xx' | '5xx' | 'none' }
  /** Nothing of it reaches the shopper. */
  | 'none';

/** Where a fault shows, in each signal. */
export interface Evidence {
  metric: MetricCondition | 'none';
  trace: TraceEvidence | 'none';
  log: LogEvidence | 'none';
  symptom: SymptomEvidence;
  /** The alert that fires. */
  alert: AlertName;
  /** The component of the service map that becomes unhealthy, and by which rule. */
  serviceMap: UnhealthyComponent | 'none';
}
