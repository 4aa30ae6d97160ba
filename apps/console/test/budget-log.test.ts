import { join } from 'node:path';
import { objectives, slos } from '@faultline/slo';
import { describe, expect, it } from 'vitest';
import { BudgetPeriod, createBudgetLog, spentInMonth } from '../src/budgets/budget-log';
import { openEventLog } from '../src/events/event-log';
import { fakeDateFrom } from './fake-date';
import { scratchDirectory } from './scratch';
import { metricsOf, sample } from './sources';

const minute = 60_000;
const day = 24 * 60 * minute;
const began = Date.parse('2026-11-01T12:00:00Z');

fakeDateFrom(began);

const failedPayments = slos.filter(({ name }) => name === 'failed-payments');

/** A shop in which a payment fails at each scrape, every two seconds from a time on. */
const failing = (from: number, minutes: number) =>
  metricsOf([['payment', (number) => [sample('payments_total', number, { outcome: 'failed' })]]], {
    from,
    count: minutes * 30 + 1,
  });
const nothing = metricsOf([], { from: began, count: 0 });

const logIn = (directory: string, metrics = nothing) =>
  createBudgetLog(
    metrics,
    openEventLog({
      file: join(directory, 'budgets.jsonl'),
      schema: BudgetPeriod,
      maxAge: 35 * day,
      survivors: () => [],
      unusable: (_file, reason) => expect.fail(reason),
    }),
  );

const spentAt = (at: number, metrics: typeof nothing, budgets: ReturnType<typeof logIn>) =>
  failedPayments.map((slo) => {
    const { errors, since } = spentInMonth({ metrics, budgets }, slo, at);
    return { errors, since };
  });

describe('what is spent of a budget', () => {
  it('is known for a month, though metrics are kept for hours', () => {
    const directory = scratchDirectory();
    const metrics = failing(began, 60);
    const log = logIn(directory, metrics);
    for (let at = began; at <= began + 50 * minute; at += minute) log.evaluate(at);
    const whole = [{ errors: 1_800, since: began }];
    expect(spentAt(began + 60 * minute, metrics, log)).toEqual(whole);
    // Between two periods, too, and before the first.
    expect(spentAt(began + 40 * minute, metrics, log)).toEqual([{ errors: 1_200, since: began }]);
    expect(spentAt(began + 10 * minute, metrics, log)).toEqual([{ errors: 300, since: began }]);

    // After another start, with other metrics: what was counted up to the last period is left.
    const later = failing(began + 7 * day, 10);
    const kept = logIn(directory, later);
    expect(spentAt(began + 7 * day + 10 * minute, later, kept)).toEqual([
      { errors: 45 * 30 + 300, since: began },
    ]);
    const monthLater = began + objectives.month * 1000;
    expect(spentAt(monthLater + 20 * minute, nothing, kept)).toMatchObject([
      { errors: 30 * 30, since: began + 15 * minute },
    ]);
    expect(spentAt(monthLater + 60 * minute, nothing, kept)).toMatchObject([{ errors: 0 }]);
  });

  it('is written down once in each period, with nothing lost between two', () => {
    const directory = scratchDirectory();
    const log = logIn(directory, failing(began, 60));
    for (let at = began; at <= began + 60 * minute; at += minute / 2) log.evaluate(at);
    const periods = log.between(0, began + day);
    expect(periods.map(({ from, at }) => [from - began, at - began])).toEqual(
      [0, 15, 30, 45].map((start) => [start * minute, (start + 15) * minute]),
    );
    expect(periods.map(({ counts }) => counts['failed-payments'])).toEqual(
      periods.map(() => ({ bad: 450, all: 0, seconds: 900 })),
    );
  });
});
