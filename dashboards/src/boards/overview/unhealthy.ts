import { componentUnhealthy } from '@faultline/slo';
import { recorded } from '../../grafana/expressions';

/** 1 for each component of which a rule holds, else 0. */
export const unhealthy = `max by (component) (${recorded(componentUnhealthy, ['component', '=~', '.+'])})`;
