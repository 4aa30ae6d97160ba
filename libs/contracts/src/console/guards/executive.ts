import { arrayOf, isInteger, isText, objectOf, optional } from '../../guards';
import type { BudgetStatus, ComponentIncidents, Executive, ServiceAvailability } from '..';
import { isIncidentFigures } from './incidents';
import { isNumber, range } from './parts';

type Incidents = Executive['incidents'];

export const isExecutive = objectOf<Executive>({
  ...range,
  metricsSince: optional(isNumber),
  budgets: arrayOf(
    objectOf<BudgetStatus>({
      slo: isText,
      title: isText,
      objective: isText,
      unit: isText,
      errors: optional(isNumber),
      left: optional(isNumber),
      since: optional(isNumber),
      burn5m: optional(isNumber),
      burn1h: optional(isNumber),
    }),
  ),
  incidents: objectOf<Incidents>({
    figures: isIncidentFigures,
    before: isIncidentFigures,
    components: arrayOf(
      objectOf<ComponentIncidents>({
        component: isText,
        opened: isInteger,
        open: isInteger,
        pages: isInteger,
        seconds: isNumber,
      }),
    ),
    total: isInteger,
    trend: objectOf<Incidents['trend']>({
      stepMilliseconds: isNumber,
      points: arrayOf(
        objectOf<Incidents['trend']['points'][number]>({
          at: isNumber,
          figures: isIncidentFigures,
        }),
      ),
    }),
  }),
  availability: arrayOf(
    objectOf<ServiceAvailability>({
      service: isText,
      requests: isInteger,
      failed: isInteger,
      served: optional(isNumber),
      ready: optional(isNumber),
    }),
  ),
});
