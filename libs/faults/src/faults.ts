import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { FlagdCore } from '@openfeature/flagd-core';
import type { Static, TObject, TProperties } from 'typebox';
import { Value } from 'typebox/value';
import type { Fault } from './fault';
import { readFlags } from './flag-file';

type Settings<Own extends TProperties> = Static<TObject<Own>>;

/** The request in progress, as far as a fault can be limited to it. */
export interface FaultRequest {
  requestId: string;
  session?: string | undefined;
}

/** The faults of one service, as its bindings see them. */
export interface Faults {
  /**
   * The settings of a fault that applies to the request in progress, else undefined. `product` is
   * what the request is about.
   */
  active<Own extends TProperties>(fault: Fault<Own>, product?: string): Settings<Own> | undefined;
  /**
   * Runs `hold` while a fault is on for this instance; it resolves when its signal is aborted, and
   * leaves everything as it found it. What is thrown ends the hold.
   */
  whileOn<Own extends TProperties>(
    fault: Fault<Own>,
    hold: (settings: Settings<Own>, ended: AbortSignal) => Promise<void>,
  ): void;
  /** Ends all holds and the watch. */
  stop(): Promise<void>;
}

export interface FaultOptions {
  /** A flagd file; none is as good as one in which nothing is on. */
  file: string | undefined;
  version: string;
  /** The request in progress; undefined in background work. */
  request(): FaultRequest | undefined;
  /** Hears whether the file could be used, and why not. */
  onLoaded(error: Error | undefined): void;
}

/** How often the file is looked at, in milliseconds. */
const lookMilliseconds = 250;

interface Hold {
  /** The settings it should run with now, as text; undefined when it should not. */
  wanted(): string | undefined;
  start(ended: AbortSignal): Promise<void> | undefined;
  running?: Running;
}

interface Running {
  settings: string;
  end: AbortController;
  done: Promise<void>;
}

/** Without a file there is nothing to watch. */
const nothingOn: Faults = {
  active: () => undefined,
  whileOn: () => undefined,
  stop: async () => undefined,
};

/** What flagd has to say would name the faults in the service's log. */
const nothing = (): void => undefined;
const silent = { error: nothing, warn: nothing, info: nothing, debug: nothing };

/**
 * Watches a flagd file and evaluates it in this process. Nothing is evaluated while nothing is on.
 * Looking at the file (instead of listening for events) sees each way to change it: written in place,
 * replaced, or swapped behind a link as Kubernetes does.
 */
export const watchFaults = async (options: FaultOptions): Promise<Faults> => {
  const { file, version, request, onLoaded } = options;
  if (file === undefined) return nothingOn;
  const core = new FlagdCore(undefined, silent);
  const holds: Hold[] = [];
  const ending = new Set<Promise<void>>();
  let on = new Set<string>();
  let text = '';

  const settingsOf = (key: string, product?: string): unknown => {
    const current = request();
    const { value, variant } = core.resolveObjectEvaluation(
      key,
      {},
      {
        targetingKey: current?.requestId ?? '',
        version,
        ...(current?.session !== undefined && { session: current.session }),
        ...(product !== undefined && { product }),
      },
    );
    return variant === 'on' ? value : undefined;
  };

  /** A release that has a fault has it with the fault's own defaults. */
  const viaRelease = (key: string): unknown => {
    if (key === 'badRelease' || !on.has('badRelease')) return undefined;
    const release: unknown = settingsOf('badRelease');
    return Object(release).fault === key ? {} : undefined;
  };

  const active = <Own extends TProperties>(
    { key, settings }: Fault<Own>,
    product?: string,
  ): Settings<Own> | undefined => {
    if (on.size === 0) return undefined;
    const value = (on.has(key) ? settingsOf(key, product) : undefined) ?? viaRelease(key);
    return value === undefined
      ? undefined
      : Value.Parse(settings, Value.Default(settings, { ...Object(value) }));
  };

  const end = ({ end: controller, done }: Running): void => {
    controller.abort();
    const ended = done.finally(() => ending.delete(ended));
    ending.add(ended);
  };

  const settle = (): void => {
    for (const hold of holds) {
      const settings = hold.wanted();
      if (settings === hold.running?.settings) continue;
      const before = hold.running?.done;
      if (hold.running) end(hold.running);
      delete hold.running;
      if (settings === undefined) continue;
      const controller = new AbortController();
      const done = Promise.resolve(before)
        .then(() => hold.start(controller.signal))
        .catch(() => undefined);
      hold.running = { settings, end: controller, done };
    }
  };

  const load = async (): Promise<void> => {
    try {
      const next = await readFile(file, 'utf8');
      if (next === text) return;
      text = next;
      const switched = readFlags(next);
      core.setConfigurations(next);
      on = new Set(switched.map(({ key }) => key));
      onLoaded(undefined);
    } catch (error) {
      // The same words may be right again when the file is back.
      text = '';
      onLoaded(error instanceof Error ? error : new Error(String(error)));
    }
    settle();
  };

  await load();
  const changed = () => void load();
  watchFile(file, { interval: lookMilliseconds, persistent: false }, changed);
  // Ends what has an end, and takes up what was lost.
  const clock = setInterval(() => {
    if (on.size > 0) settle();
  }, 500).unref();

  return {
    active,
    whileOn: (fault, hold) => {
      holds.push({
        wanted: () => JSON.stringify(active(fault)),
        start: (ended) => {
          const settings = active(fault);
          return settings && hold(settings, ended);
        },
      });
      settle();
    },
    stop: async () => {
      clearInterval(clock);
      unwatchFile(file, changed);
      for (const { running } of holds) if (running) end(running);
      await Promise.all(ending);
    },
  };
};
