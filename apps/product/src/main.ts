// Imported first, so that the SDK starts before other modules load.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { product } from './service';

void run(product);
