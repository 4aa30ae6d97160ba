import { identityLabels } from '@faultline/topology';
import type { Series } from '../conditions';
import { selector } from '../translations/selector';

/** What an objective counts. */
export type Indicator =
  /** Events of which each is an error. */
  | { kind: 'count'; bad: Series }
  /** All events, and those of them that are errors. */
  | { kind: 'bad-of-all'; bad: Series; all: Series }
  /** All events, and those of them that are no errors. */
  | { kind: 'good-of-all'; good: Series; all: Series };

const apart = identityLabels.installation;

const sum = (series: Series, window: string): string =>
  `sum by (${apart}) (rate(${selector(series)}[${window}]))`;

/**
 * The errors over a window as PromQL, for each installation: a ratio, which is 0 if there were no events, or for a count the
 * number per second.
 */
export const errorsExpression = (indicator: Indicator, window: string): string => {
  switch (indicator.kind) {
    case 'count':
      return sum(indicator.bad, window);
    case 'bad-of-all': {
      const all = sum(indicator.all, window);
      return `(${sum(indicator.bad, window)} or 0 * ${all}) / clamp_min(${all}, 1e-9)`;
    }
    case 'good-of-all': {
      const all = sum(indicator.all, window);
      return `clamp_min(${all} - ${sum(indicator.good, window)}, 0) / clamp_min(${all}, 1e-9)`;
    }
  }
};
