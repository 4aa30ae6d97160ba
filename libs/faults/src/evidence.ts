import type { AlertName, MapBox, MetricCondition } from '@faultline/slo';
import type { ServiceName } from '@faultline/topology';

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
  /** Lasts at least so many milliseconds. */
  lasts?: number;
  /** Such a share of all that match last so long; one is enough if not given. */
  share?: number;
  /** So many of them in one trace. */
  perTrace?: number;
  /** So many of them in all, where a busy machine has one now and then; one is enough if not given. */
  atLeast?: number;
}

/** Log lines that show it. */
export interface LogEvidence {
  /** A service, or a store by its own log. */
  service: string;
  /** The message's name, or a regular expression of it between slashes. */
  message: string;
  /** Words of the line's fields. */
  containing?: string;
  /** Finds card numbers: runs of digits that pass the Luhn check. */
  cardNumber?: true;
  /** At least so many lines in one trace. */
  perTrace?: number;
  /** At least so many in all, where a busy machine has one now and then; one is enough if not given. */
  atLeast?: number;
}

/** What the shoppers' journeys meet. */
export type SymptomEvidence =
  /** A check of a journey fails, by the beginning of its name. */
  | { check: string }
  /** A step of the journeys takes longer than so many milliseconds in such a share of all times; a fifth if not given. */
  | { step: string; slowerThan: number; share?: number }
  /** A step of the journeys is answered with this class of status. */
  | { step: string; answers: '4xx' | '5xx' | 'none' }
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
  /** The box of the map that turns red, by which rule. */
  map: MapBox | 'none';
}
