// Imports only types and the parts of guards, because TypeBox, which could check the schemas themselves, is too large
// for a page.
export * from './guards/executive';
export * from './guards/faults';
export * from './guards/incidents';
export * from './guards/overview';
export * from './guards/series';
export * from './guards/stores';
export * from './guards/telemetry';
