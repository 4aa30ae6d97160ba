import { appendFileSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';
import { isMissing } from '../files';

export interface EventLogOptions<Schema extends TSchema> {
  /** Its directory is created if it is missing. */
  file: string;
  schema: Schema;
  /** Milliseconds for which an event is kept. */
  maxAge: number;
  /** The maximum of events; the oldest are removed. Default 20,000. */
  maxEvents?: number;
  /** Which events are kept although they are too old, or too many. */
  survivors(
    old: readonly Static<Schema>[],
    younger: readonly Static<Schema>[],
  ): readonly Static<Schema>[];
  /** Called with the reason why the file, or a part of it, cannot be used; once while it cannot be written. */
  unusable(file: string, reason: string): void;
}

/** Events of some kind with their times, oldest first, which survive the end of the process, also by SIGKILL. */
export interface EventLog<Event> {
  /** On a disk that is full it keeps the event in memory, and writes it with the next one for which there is space. */
  append(event: Event): void;
  /** The events from a time (included) to another (included). */
  between(from: number, to: number): Event[];
  /** All that are kept. */
  all(): readonly Event[];
  /** From when on all events are kept, and not only the last about each thing; undefined without any. */
  since(): number | undefined;
}

interface Timed {
  at: number;
}

/** Keeps the last event about each thing. */
export const lastOfEach =
  <Event>(keyOf: (event: Event) => string) =>
  (old: readonly Event[]): readonly Event[] => [
    ...new Map(old.map((event) => [keyOf(event), event])).values(),
  ];

/** The first line of a file. */
const header = JSON.stringify({ format: 'faultline-console-events', version: 1 });

/** The number of events, which are ordered by time, that come before a bound. */
const countOf = (events: readonly Timed[], isBefore: (time: number) => boolean): number => {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(events[middle]?.at ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
};

const parse = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // A line that a kill has cut, which no schema accepts.
    return undefined;
  }
};

/** Opens a log of events: JSON lines in a file. A file that cannot be used is renamed, and the log begins empty. */
export const openEventLog = <Schema extends TSchema>(
  options: EventLogOptions<Schema>,
): EventLog<Static<Schema> & Timed> => {
  type Event = Static<Schema> & Timed;
  const { file, schema, maxAge, maxEvents = 20_000, survivors, unusable } = options;
  const isEvent = (value: unknown): value is Event => Check(schema, value);

  const read = (): Event[] => {
    let text: string;
    try {
      text = readFileSync(file, 'utf8');
    } catch (error) {
      if (isMissing(error)) return [];
      throw error;
    }
    const [first, ...lines] = text.split('\n');
    if (first !== header) {
      renameSync(file, `${file}.unusable`);
      unusable(file, `it is no file of events, or of another version: renamed to ${file}.unusable`);
      return [];
    }
    const found = lines.filter(Boolean).map(parse);
    const good = found.filter(isEvent);
    // The last line may have been cut by a kill.
    const bad = found.length - good.length - (found.at(-1) === undefined ? 1 : 0);
    if (found.length > 0 && bad > 0) unusable(file, `${bad} of its lines are no events`);
    return good;
  };

  /** Up to when events were removed. */
  let removedUntil = 0;

  /** Without what is too old or too much. */
  const pruned = (all: readonly Event[]): Event[] => {
    const oldest = Date.now() - maxAge;
    const first = Math.max(
      countOf(all, (time) => time < oldest),
      all.length - maxEvents,
    );
    removedUntil = Math.max(removedUntil, all[first - 1]?.at ?? 0);
    const [old, younger] = [all.slice(0, first), all.slice(first)];
    return [...survivors(old, younger), ...younger].sort((a, b) => a.at - b.at);
  };

  const lineOf = (event: Event): string => `${JSON.stringify(event)}\n`;

  const rewrite = (all: readonly Event[]): void => {
    writeFileSync(`${file}.draft`, [`${header}\n`, ...all.map(lineOf)].join(''), { mode: 0o600 });
    renameSync(`${file}.draft`, file);
  };

  mkdirSync(dirname(file), { recursive: true });
  let events = pruned(read().sort((a, b) => a.at - b.at));
  rewrite(events);
  /** How many events there may be before they are pruned again. */
  const room = Math.ceil(maxEvents / 10);
  let prunedSize = events.length;
  /** Whether the file lacks events, because it could not be written. */
  let behind = false;

  const attempt = (write: () => void): void => {
    try {
      write();
      behind = false;
    } catch (error) {
      if (!behind) unusable(file, `it cannot be written: ${error}`);
      behind = true;
    }
  };

  return {
    append: (event) => {
      // In order, even after the clock was set back.
      const at = Math.max(event.at, events.at(-1)?.at ?? 0);
      const inOrder = { ...event, at };
      events.push(inOrder);
      const isFull = events.length >= prunedSize + room;
      if (isFull) {
        events = pruned(events);
        prunedSize = events.length;
      }
      attempt(() => {
        if (isFull || behind) rewrite(events);
        else appendFileSync(file, lineOf(inOrder));
      });
    },
    between: (from, to) =>
      events.slice(
        countOf(events, (time) => time < from),
        countOf(events, (time) => time <= to),
      ),
    all: () => events,
    since: () => {
      const [first] = events;
      return first && Math.max(first.at, removedUntil, Date.now() - maxAge);
    },
  };
};
