import { arrayOf, isBoolean, isInteger, isText, objectOf, optional } from '../../guards';
import type {
  Actor,
  Incident,
  IncidentDetail,
  IncidentExplanation,
  IncidentFigures,
  IncidentList,
} from '..';
import { isNumber, oneOf, page } from './parts';

const isPriority = oneOf('page', 'ticket');

const isActor = objectOf<Actor>({
  kind: oneOf('person', 'agent', 'recovery', 'expiry'),
  name: optional(isText),
});

const isIncident = objectOf<Incident>({
  id: isInteger,
  title: isText,
  priority: isPriority,
  component: isText,
  installation: optional(isText),
  components: arrayOf(isText),
  state: oneOf('open', 'acknowledged', 'resolved'),
  since: isNumber,
  acknowledged: optional(isNumber),
  acknowledgedBy: optional(isActor),
  resolved: optional(isNumber),
  resolvedBy: optional(isActor),
  alerts: arrayOf(
    objectOf<Incident['alerts'][number]>({
      name: isText,
      summary: isText,
      priority: isPriority,
      component: isText,
      since: isNumber,
      resolved: optional(isNumber),
      expired: optional(isBoolean),
      runbook: optional(isText),
    }),
  ),
  totalAlerts: optional(isInteger),
});

export const isIncidentDetail = objectOf<IncidentDetail>({
  incident: isIncident,
  timeline: arrayOf(
    objectOf<IncidentDetail['timeline'][number]>({
      at: isNumber,
      kind: oneOf(
        'first-failure',
        'lock',
        'alert',
        'alert-ended',
        'state',
        'change',
        'acknowledged',
        'comment',
        'resolved',
      ),
      component: optional(isText),
      words: isText,
      by: optional(isActor),
    }),
  ),
  totalAlerts: isInteger,
  totalEntries: isInteger,
});

export const isIncidentFigures = objectOf<IncidentFigures>({
  open: isInteger,
  opened: isInteger,
  mtta: optional(isNumber),
  mttr: optional(isNumber),
});

export const isIncidentList = objectOf<IncidentList>({
  items: arrayOf(isIncident),
  ...page,
  figures: isIncidentFigures,
});

export const isIncidentExplanation = objectOf<IncidentExplanation>({
  incident: isInteger,
  from: isNumber,
  to: isNumber,
  suspects: arrayOf(
    objectOf<IncidentExplanation['suspects'][number]>({
      component: isText,
      words: isText,
      link: isText,
    }),
  ),
  claims: arrayOf(
    objectOf<IncidentExplanation['claims'][number]>({
      kind: oneOf('since', 'spread', 'difference', 'message', 'change', 'lock', 'nothing'),
      words: isText,
      link: isText,
    }),
  ),
});
