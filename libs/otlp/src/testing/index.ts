export { startFanOut } from './fan-out';
export { id, log, span } from './items';
export { type OtlpReceiver, startOtlpReceiver } from './receiver';
