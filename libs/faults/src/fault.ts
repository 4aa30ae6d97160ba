import type { ComponentName, ServiceName } from '@faultline/topology';
import type { TObject, TProperties } from 'typebox';
import type { Evidence } from './evidence';

/**
 * `request`: it affects some requests. `standing`: it has an effect for as long as it is on. `process`: its
 * supervisor stops the service's process. `release`: instances of one version have
 * another fault, which a setting names.
 */
type FaultScope = 'request' | 'standing' | 'process' | 'release';

/** A fault as data: effect, evidence and remedy. Its binding is in the service. */
export interface Fault<
  Own extends TProperties = TProperties,
  Service extends ServiceName = ServiceName,
  Scope extends FaultScope = FaultScope,
> {
  /** The name of the fault on the command line, in the chart and in the file. */
  key: string;
  /** Its place in lists and demonstrations, in ascending order. */
  order: number;
  title: string;
  /** The service that has the binding. */
  service: Service;
  scope: Scope;
  /** The component that a diagnosis has to name, if that is not the service: a store of it, or an external system. */
  culprit?: ComponentName;
  /** Its own settings, each with limits and a default. */
  settings: TObject<Own>;
  /** Milliseconds after which it ends by default. */
  endsAfter?: number;
  /** Damage that remains in its service until a restart: `the memory that leaked`. */
  leavesBehind?: string;
  /** What really breaks; part of the solution. */
  mechanism: string;
  /** What the shopper notices. */
  userImpact: string;
  evidence: Evidence;
  /** Services whose ratio of failed requests it does not change. */
  unaffected: readonly ServiceName[];
  /** How an operator fixes or mitigates it. */
  remedy: string;
  /** Hints, from vague to almost the solution. */
  hints: readonly [string, string, string];
  /** How to investigate, step by step. */
  investigate: readonly string[];
  difficulty: 'easy' | 'medium' | 'hard';
  /** The source of the idea. */
  source: string;
}

export const defineFault = <
  Own extends TProperties,
  const Service extends ServiceName,
  const Scope extends FaultScope,
>(
  fault: Fault<Own, Service, Scope>,
): Fault<Own, Service, Scope> => fault;
