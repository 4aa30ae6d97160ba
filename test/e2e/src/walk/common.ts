/** How long a fault may take to be seen on the map, and the shop to be well again; in seconds. */
export const soon = 90;

export const backToTheMap = { kind: 'page', title: 'Overview' } as const;
