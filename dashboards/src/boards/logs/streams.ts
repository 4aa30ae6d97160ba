import { placeholder } from '../../grafana/expressions';
import { streams } from '../../grafana/logs';

/** The streams of the selected services. */
export const ofServices = streams(`service_name=~"${placeholder('service', 'pipe')}"`);

/** The streams of everything, stores included. */
export const ofAll = streams('service_name=~".+"');
