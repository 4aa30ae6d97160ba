import type { AnyBinding } from './bindings';
import { createEffects, type Effect } from './effects';
import { createEvaluator } from './evaluate';
import { readFaults } from './fault-file';
import { type FaultKey, faultKeys, faultOf } from './fault-keys';
import { createHits } from './hits';
import type { Settings } from './switched';
import { watchFile } from './watch-file';

/** The properties of the current request to which a fault can be limited. */
export interface FaultRequest {
  requestId: string;
  session?: string | undefined;
}

/** A fault that is on and has a binding here. */
export interface FaultStatus {
  key: FaultKey;
  /** Why it could not begin. */
  problem?: string;
  /** How many requests it hit in the last minute, if it hits requests. */
  hits?: number;
}

/** The objects of a service with its faults bound to them. */
export interface BoundSeams<Seams> {
  /** Wraps an object of the service, whose parts are replaced by faults that are on. */
  around<Seam extends keyof Seams>(seam: Seam, value: Seams[Seam]): Seams[Seam];
}

type AnyBindings<Seams> = { readonly [Key in FaultKey]?: AnyBinding<Settings, Seams> };

/** The faults of one service, or of a supervisor. */
export interface Faults {
  /** The settings of a fault if it applies to the current request, else undefined. */
  active(key: FaultKey, product?: string): Settings | undefined;
  /** Binds all faults of a service. */
  bind<Seams extends { [Seam in keyof Seams]: object }>(
    bindings: AnyBindings<Seams>,
  ): BoundSeams<Seams>;
  /** Runs `hold` while a fault is on for this instance. */
  whileOn(key: FaultKey, hold: Effect['hold']): void;
  /** The faults that are on and have a binding here. */
  status(): FaultStatus[];
  /** Ends all effects, and stops watching the file. */
  stop(): Promise<void>;
}

export interface FaultOptions {
  /** The path of the file of faults; without it, no fault is on. */
  file: string | undefined;
  version: string;
  /** The current request; undefined in background work. */
  request(): FaultRequest | undefined;
  /** Called after each read of the file, with the error if the file is invalid. */
  onLoaded(error: Error | undefined): void;
}

/** Watches a file of faults, evaluates it in this process, and runs the effects of faults that are on. */
export const watchFaults = async (options: FaultOptions): Promise<Faults> => {
  const { file, version, request, onLoaded } = options;
  const evaluator = createEvaluator();
  const effects = createEffects();
  const hits = createHits();
  /** What bound faults need but this instance does not have, by key. */
  const bound = new Map<FaultKey, string | undefined>();

  const watch =
    file === undefined
      ? undefined
      : await watchFile(file, {
          read: (text) => {
            evaluator.load(readFaults(text));
            onLoaded(undefined);
            effects.settle();
          },
          failed: onLoaded,
        });

  const active: Faults['active'] = (key, product) => {
    if (!evaluator.isOn(key)) return undefined;
    const current = request();
    const settings = evaluator.settingsOf(key, { version, product, ...current });
    if (settings && current) hits.add(key, current);
    return settings;
  };

  const whileOn: Faults['whileOn'] = (key, hold) => {
    bound.set(key, undefined);
    effects.add({ key, hold, wanted: () => evaluator.settingsOf(key, { version }) });
  };

  const problemOf = (key: FaultKey): string | undefined => {
    const entries = evaluator.entriesOf(key);
    if (entries.every((entry) => entry.version !== undefined && entry.version !== version))
      return `it is limited to version ${entries[0]?.version}, and this is ${version}`;
    const lacking = bound.get(key);
    return lacking === undefined ? effects.problemOf(key) : `there is no ${lacking} here`;
  };

  return {
    active,
    whileOn,
    bind: (bindings) => {
      const overrides = faultKeys.flatMap((key) => {
        const binding = bindings[key];
        if (!binding) return [];
        bound.set(key, binding.lacks);
        if (binding.hold) whileOn(key, binding.hold);
        // If the effect cannot be undone now, the next instance tries again.
        if (active(key) === undefined) void binding.restore?.().catch(() => undefined);
        return binding.around?.((product) => active(key, product)) ?? [];
      });
      return {
        around: (seam, value) => {
          let inner = value;
          for (const over of overrides) inner = { ...inner, ...over[seam]?.(inner) };
          return inner;
        },
      };
    },
    status: () =>
      [...bound.keys()].filter(evaluator.isOn).map((key) => {
        const problem = problemOf(key);
        return {
          key,
          ...(problem !== undefined && { problem }),
          ...(faultOf(key).scope === 'request' && { hits: hits.lastMinute(key) }),
        };
      }),
    stop: async () => {
      watch?.stop();
      await effects.stop();
    },
  };
};
