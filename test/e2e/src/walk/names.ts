import type { ServiceName, StoreName } from '@faultline/topology';

/** Components of the service map that lead to a page of their own. */
export type ComponentName = ServiceName | StoreName;

/** The pages in the console's navigation. */
export type PageTitle = 'Overview' | 'Traces' | 'Logs' | 'Incidents' | 'Faults';
