export { namedFaults } from './choose';
export type { Observatory } from './observatory';
export { type Proof, proveFault, type Scene } from './prove-fault';
export { renderReport } from './report';
export { shareOfDay } from './share-of-day';
export { Shoppers } from './shoppers';
