// Without the SDK of `@faultline/telemetry/register`: the console exports nothing, least of all to itself.
import { run } from '@faultline/service';
import { consoleTool } from './service';

void run(consoleTool);
