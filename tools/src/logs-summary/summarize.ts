import type { ErrorCounts } from './count-errors';

const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - 24 * 3600 * 1000).toISOString().slice(0, 10);

const change = (now: number, before: number): string => {
  if (before === 0) return 'new';
  if (now === before) return '=';
  return now > before ? `+${now - before}` : `${now - before}`;
};

/** A table of a day's errors: count, change since the day before, and name. */
export const summarize = (counts: ErrorCounts, day: string): string => {
  const today = counts.get(day) ?? new Map<string, number>();
  const yesterday = counts.get(dayBefore(day)) ?? new Map<string, number>();
  const names = [...new Set([...today.keys(), ...yesterday.keys()])].sort();
  const total = [...today.values()].reduce((sum, count) => sum + count, 0);
  const rows = names.map((name) => {
    const now = today.get(name) ?? 0;
    const before = yesterday.get(name) ?? 0;
    return `${String(now).padStart(8)}  ${change(now, before).padStart(7)}  ${name}`;
  });
  return [`Errors of ${day}: ${total}`, ...rows].join('\n');
};
