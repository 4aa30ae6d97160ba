// First: the SDK starts before anything else does.
import '@faultline/telemetry/register';
import { run } from '@faultline/service';
import { apiGateway } from './service';

void run(apiGateway);
