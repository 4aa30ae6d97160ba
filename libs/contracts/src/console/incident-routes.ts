import { Type } from 'typebox';
import { route } from '../route';
import { limitOf, paging, range } from './common';
import { Executive } from './executive';
import { IncidentExplanation } from './explanation';
import {
  AlertmanagerMessage,
  IncidentAction,
  IncidentComment,
  IncidentDetail,
  IncidentList,
} from './incidents';

const IncidentParameters = Type.Object({ id: Type.Integer({ minimum: 1 }) });
/** How many alerts and entries of the time line it has, the newest. */
const shortening = Type.Object({ limit: limitOf(5000) });

/** Incidents, and the alerts that open them from outside. */
export const incidentRoutes = {
  receiveAlerts: route({
    method: 'POST',
    path: '/api/alerts',
    summary:
      'Takes what an Alertmanager’s webhook (version 4) says of alerts; with expireAfter, one that is not repeated for so many seconds is over',
    querystring: Type.Object({
      expireAfter: Type.Optional(Type.Integer({ minimum: 1, maximum: 604_800 })),
    }),
    body: AlertmanagerMessage,
    maxBody: 4 * 1024 * 1024,
    response: { 200: Type.Object({ taken: Type.Integer() }) },
    // An Alertmanager tries again after a 5xx.
    problems: { 503: ['too-many-incidents'] },
  }),
  incidents: route({
    method: 'GET',
    path: '/api/incidents',
    summary: 'Incidents that lasted into a range, the newest first, with MTTA and MTTR',
    querystring: Type.Object({ ...range, ...paging }),
    response: { 200: IncidentList },
    problems: { 400: ['invalid-cursor'] },
  }),
  executive: route({
    method: 'GET',
    path: '/api/executive',
    summary:
      'Budgets and burn rates, incidents by component, MTTA, MTTR and availability, at most 8 KB',
    querystring: Type.Object(range),
    response: { 200: Executive },
  }),
  incident: route({
    method: 'GET',
    path: '/api/incidents/:id',
    summary: 'One incident with its time line',
    params: IncidentParameters,
    querystring: shortening,
    response: { 200: IncidentDetail },
    problems: { 404: ['unknown-incident'] },
  }),
  explanation: route({
    method: 'GET',
    path: '/api/incidents/:id/explanation',
    summary: 'What telemetry says about an incident: suspects, and what happened',
    params: IncidentParameters,
    response: { 200: IncidentExplanation },
    problems: { 404: ['unknown-incident'] },
  }),
  acknowledgeIncident: route({
    method: 'POST',
    path: '/api/incidents/:id/acknowledge',
    summary: 'Says that somebody works on an incident',
    params: IncidentParameters,
    querystring: shortening,
    body: IncidentAction,
    response: { 200: IncidentDetail },
    problems: { 404: ['unknown-incident'], 409: ['incident-is-over'] },
  }),
  commentIncident: route({
    method: 'POST',
    path: '/api/incidents/:id/comments',
    summary: 'Adds a comment to the time line of an incident',
    params: IncidentParameters,
    querystring: shortening,
    body: IncidentComment,
    response: { 200: IncidentDetail },
    problems: { 404: ['unknown-incident'] },
  }),
  resolveIncident: route({
    method: 'POST',
    path: '/api/incidents/:id/resolve',
    summary: 'Ends an incident, although alerts may still fire',
    params: IncidentParameters,
    querystring: shortening,
    body: IncidentAction,
    response: { 200: IncidentDetail },
    problems: { 404: ['unknown-incident'], 409: ['incident-is-over'] },
  }),
};
