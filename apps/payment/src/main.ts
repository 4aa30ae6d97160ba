import { run } from '@faultline/service';
import { payment } from './service';

void run(payment);
