import { run } from '@faultline/service';
import { session } from './service';

void run(session);
