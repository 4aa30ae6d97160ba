import { bareServers } from '.';
import { requiredVariable } from './instruments';

// `node main.js SERVICE`: its bare counterpart as a process, on PORT.
const [, bareServer] =
  Object.entries(bareServers).find(([service]) => service === process.argv[2]) ?? [];
if (!bareServer) throw new Error(`name one of ${Object.keys(bareServers).join(', ')}`);
void bareServer(process.env).listen({
  host: '127.0.0.1',
  port: Number(requiredVariable(process.env, 'PORT')),
});
