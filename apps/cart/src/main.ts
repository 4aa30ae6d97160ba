import { run } from '@faultline/service';
import { cart } from './service';

void run(cart);
