import { formatSeconds } from './units';

const pad = (value: number, length = 2): string => String(value).padStart(length, '0');

const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

/** A time of day as `13:05:10`, with its date when it is not today. */
export const formatClock = (time: number, now = Date.now()): string => {
  const date = new Date(time);
  const clock = [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part));
  const day = dayOf(date);
  return (day === dayOf(new Date(now)) ? '' : `${day} `) + clock.join(':');
};

/** A time of day as `13:05`, with its date when it is not today. */
export const formatMinute = (time: number, now = Date.now()): string =>
  formatClock(time, now).slice(0, -3);

/** A time of day with milliseconds, for lists in which many things happen in one second. */
export const formatInstant = (time: number, now = Date.now()): string =>
  `${formatClock(time, now)}.${pad(Math.floor(time) % 1000, 3)}`;

/** How long ago a time was: `just now`, `40 s ago`, `3 min 20 s ago`. */
export const formatAgo = (time: number, now: number): string => {
  const seconds = Math.round((now - time) / 1000);
  return seconds < 2 ? 'just now' : `${formatSeconds(seconds)} ago`;
};
