import { run } from '@faultline/service';
import { webGateway } from './service';

void run(webGateway);
