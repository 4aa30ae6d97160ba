import type { ServiceName } from '@faultline/topology';
import type { TObject, TProperties } from 'typebox';
import type { Evidence } from './evidence';

/**
 * `request`: some requests meet it. `standing`: it holds for as long as it is on. `process`: the
 * service's process itself is gone, which its supervisor sees to. `release`: instances of one version have
 * another fault, which a setting names.
 */
type FaultScope = 'request' | 'standing' | 'process' | 'release';

/** A fault as data: what it breaks, what shows it, and what ends it. Its binding is in the service. */
export interface Fault<
  Own extends TProperties = TProperties,
  Service extends ServiceName = ServiceName,
  Scope extends FaultScope = FaultScope,
> {
  /** The switch's name everywhere: on the command line, in the chart, in the file. */
  key: string;
  /** Its place in a demonstration of all: lower ones come first. */
  order: number;
  title: string;
  /** The service that has the binding. */
  service: Service;
  scope: Scope;
  /** Settings of its own, each with bounds and a default. */
  settings: TObject<Own>;
  /** Milliseconds after which it ends by itself unless told otherwise. */
  endsAfter?: number;
  /** What its service keeps when it is off, until it is restarted: `the memory that leaked`. */
  leavesBehind?: string;
  /** What really breaks, for those who may know. */
  mechanism: string;
  /** What the shopper feels. */
  userImpact: string;
  evidence: Evidence;
  /** Services whose share of failed requests it leaves alone. */
  unaffected: readonly ServiceName[];
  /** How an operator ends it or lives with it. */
  remedy: string;
  /** From a nudge to nearly the answer. */
  hints: readonly [string, string, string];
  /** How to investigate, step by step. */
  investigate: readonly string[];
  difficulty: 'easy' | 'medium' | 'hard';
  /** Where the idea comes from. */
  source: string;
}

export const defineFault = <
  Own extends TProperties,
  const Service extends ServiceName,
  const Scope extends FaultScope,
>(
  fault: Fault<Own, Service, Scope>,
): Fault<Own, Service, Scope> => fault;
