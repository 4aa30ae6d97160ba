import type { ServiceName } from '@faultline/topology';
import type { Holding } from './effects';
import type { FaultOf, ScopeOf, SettingsOf } from './fault-keys';

/** The settings of a fault that applies to the request in progress; `product` is what that is about. */
type Active<Settings> = (product?: string) => Settings | undefined;

/** What a fault puts in place of parts of a seam. */
type Overrides<Seams> = {
  readonly [Seam in keyof Seams]?: (inner: Seams[Seam]) => Partial<Seams[Seam]>;
};

/** Changes what passes through the seams of a service, for the requests that meet the fault. */
interface InRequests<Settings, Seams> {
  around(active: Active<Settings>): Overrides<Seams>;
}

/** Holds while the fault is on. */
interface Standing<Settings> {
  /**
   * Resolves when `ended` is aborted, and leaves everything as it found it. It reports whether it has taken
   * hold; where it rejects, it did not, and is started again.
   */
  hold(settings: Settings, holding: Holding): Promise<void>;
  /** Puts right what an instance left behind that was killed while the fault was on. */
  restore?(): Promise<void>;
}

/** A fault that cannot be had here. */
interface Lacking {
  /** What this instance lacks for it: `a replica of cart-data`. */
  lacks: string;
}

/** How a service breaks by a fault, without the types of its settings. */
export type AnyBinding<Settings, Seams> = Partial<InRequests<Settings, Seams>> &
  Partial<Standing<Settings>> &
  Partial<Lacking>;

type Binding<Scope, Settings, Seams> =
  | Lacking
  | (Scope extends 'standing'
      ? Standing<Settings> & Partial<InRequests<Settings, Seams>>
      : InRequests<Settings, Seams>);

/**
 * All faults of a service, each with how it breaks. `Seams` names the values of the service that a fault may
 * change parts of.
 */
export type FaultBindings<Service extends ServiceName, Seams> = {
  readonly [Key in FaultOf<Service>]: Binding<ScopeOf<Key>, SettingsOf<Key>, Seams>;
};
