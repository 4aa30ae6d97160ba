import type { ServiceName } from '@faultline/topology';
import type { Holding } from './effects';
import type { FaultOf, ScopeOf, SettingsOf } from './fault-keys';

/** The settings of a fault if it applies to the current request; `product` is the product of the request. */
type Active<Settings> = (product?: string) => Settings | undefined;

/** The parts of a service's object that a fault replaces. */
type Overrides<Seams> = {
  readonly [Seam in keyof Seams]?: (inner: Seams[Seam]) => Partial<Seams[Seam]>;
};

/** Replaces parts of a service's objects for requests that are affected by the fault. */
interface InRequests<Settings, Seams> {
  around(active: Active<Settings>): Overrides<Seams>;
}

/** Has an effect while the fault is on. */
interface Standing<Settings> {
  /**
   * Resolves when `ended` is aborted, after undoing the effect. It reports whether it is in effect;
   * if it rejects, it is not, and is started again.
   */
  hold(settings: Settings, holding: Holding): Promise<void>;
  /** Undoes the effect of an instance that was killed while the fault was on. */
  restore?(): Promise<void>;
}

/** A fault that is not available in this instance. */
interface Lacking {
  /** What this instance needs for it but does not have: `a replica of cart-data`. */
  lacks: string;
}

/** The binding of a fault, without the types of its settings. */
export type AnyBinding<Settings, Seams> = Partial<InRequests<Settings, Seams>> &
  Partial<Standing<Settings>> &
  Partial<Lacking>;

type Binding<Scope, Settings, Seams> =
  | Lacking
  | (Scope extends 'standing'
      ? Standing<Settings> & Partial<InRequests<Settings, Seams>>
      : InRequests<Settings, Seams>);

/**
 * The bindings of all faults of a service. `Seams` are the objects of the service of which faults may
 * replace parts.
 */
export type FaultBindings<Service extends ServiceName, Seams> = {
  readonly [Key in FaultOf<Service>]: Binding<ScopeOf<Key>, SettingsOf<Key>, Seams>;
};
