/** The pages in the navigation, with the keys that lead to them. */
export const pages = [
  { path: '/', title: 'Overview', keys: 'g o' },
  { path: '/traces', title: 'Traces', keys: 'g t' },
  { path: '/logs', title: 'Logs', keys: 'g l' },
  { path: '/incidents', title: 'Incidents', keys: 'g i' },
  { path: '/executive', title: 'Executive', keys: 'g e' },
  { path: '/faults', title: 'Faults', keys: 'g f' },
] as const;

export const componentPath = (name: string): string => `/components/${encodeURIComponent(name)}`;
export const tracePath = (traceId: string): string => `/traces/${traceId}`;
export const incidentPath = (id: number): string => `/incidents/${id}`;
/** Two traces side by side. */
export const comparisonPath = (one: string, other: string): string =>
  `/traces/${one}/with/${other}`;
