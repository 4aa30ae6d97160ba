import { run } from '@faultline/service';
import { product } from './service';

void run(product);
