/** The program of the store's threads. */
import '@faultline/telemetry-store/worker';
