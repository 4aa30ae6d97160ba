// Imported first, so that the SDK starts before other modules load.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { session } from './service';

void run(session);
