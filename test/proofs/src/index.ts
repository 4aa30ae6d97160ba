export { namedFaults } from './choose';
export type { EvidenceSources } from './evidence-sources';
export { type Proof, placeOf, proveFault, type Scene } from './prove-fault';
export { renderReport } from './report';
export { Shoppers } from './shoppers';
