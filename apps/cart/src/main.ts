// First: the SDK starts before anything else does.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { cart } from './service';

void run(cart);
