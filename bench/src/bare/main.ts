import { serviceNames } from '@faultline/topology';
import { bareServers } from '.';
import { setting } from './setting';

// `node main.js SERVICE`: its bare counterpart as a process, on PORT.
const service = serviceNames.find((name) => name === process.argv[2]);
if (!service) throw new Error(`name one of ${serviceNames.join(', ')}`);
void bareServers[service](process.env).listen({
  host: '127.0.0.1',
  port: Number(setting(process.env, 'PORT')),
});
