import type { AlertId, JourneyStep, MetricCondition, UnhealthyComponent } from '@faultline/slo';
import type { LogMessage } from '@faultline/telemetry/names';
import type { ServiceName, StoreName } from '@faultline/topology';

/** Spans that show a fault. */
export interface TraceEvidence {
  service: ServiceName;
  /** The span's name, or a regular expression of it between slashes. */
  span: string;
  /** Attributes that the span has; a value between slashes is a regular expression. */
  attributes?: Readonly<Record<string, string | number | boolean>>;
  /** Text of an exception event of the span. */
  exception?: string;
  status?: 'ERROR';
  /** The minimum duration in milliseconds. */
  minDuration?: number;
  /** The minimum ratio of matching spans with this duration; if not given, a single span suffices. */
  minRatio?: number;
  /** The minimum number in one trace. */
  minPerTrace?: number;
  /** The minimum number in all, because a busy machine may have single ones without a fault; default 1. */
  minCount?: number;
}

/** Log lines that show a fault: those of a service by message, those of a store by their text. */
export type LogEvidence = LogCriteria &
  (
    | { service: ServiceName; message: LogMessage }
    | {
        service: StoreName;
        /** Text of the line, as a regular expression between slashes. */
        message: Pattern;
      }
  );

/** A regular expression between slashes. */
type Pattern = `/${string}/`;

interface LogCriteria {
  /** Text of the line's fields. */
  containing?: string;
  /** Finds card numbers: runs of digits that pass the Luhn check. */
  cardNumber?: true;
  /** The minimum number of lines in one trace. */
  minPerTrace?: number;
  /** The minimum number in all, because a busy machine may have single ones without a fault; default 1. */
  minCount?: number;
}

/** The symptoms in the shoppers' journeys. */
export type SymptomEvidence =
  /** A check of a journey fails. Its name begins with this text; names begin with the step. */
  | { check: `${JourneyStep} ${string}` | Pattern }
  /** A step takes longer than `maxDuration` milliseconds in at least `minRatio` of its requests; default a fifth. */
  | { step: JourneyStep; maxDuration: number; minRatio?: number }
  /** A step gets a response with a status of this class, or no response. */
  | { step: JourneyStep; status: '4xx' | '5xx' | 'none' }
  /** Shoppers notice nothing. */
  | 'none';

/** Where a fault shows, in each signal. */
export interface Evidence {
  metric: MetricCondition | 'none';
  trace: TraceEvidence | 'none';
  log: LogEvidence | 'none';
  symptom: SymptomEvidence;
  /** The alert that is expected to fire; the rules are the same for all services, so none may. */
  alert: AlertId | 'none';
  /** The component of the service map that becomes unhealthy, and the violated rule. */
  serviceMap: UnhealthyComponent | 'none';
}
