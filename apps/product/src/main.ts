// First: the SDK starts before anything else does.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { product } from './service';

void run(product);
