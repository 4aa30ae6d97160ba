// First: the SDK starts before anything else does.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { webGateway } from './service';

void run(webGateway);
