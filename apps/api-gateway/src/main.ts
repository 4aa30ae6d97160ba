import { run } from '@faultline/service';
import { apiGateway } from './service';

void run(apiGateway);
