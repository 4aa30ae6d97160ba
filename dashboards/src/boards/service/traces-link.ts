import { placeholder } from '../../grafana/expressions';
import { exploreLink } from '../../grafana/links';
import { spans } from '../../grafana/traces';

/** From a line of a graph to the traces of the service, in the same time range. */
export const traces = [
  exploreLink('Traces of this service', 'tempo', {
    queryType: 'traceql',
    query: spans(`resource.service.name = "${placeholder('service')}"`),
  }),
];
