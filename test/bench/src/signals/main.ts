import { bareCart } from '../bare/cart';
import { requiredVariable } from '../bare/instruments';
import { bareProduct } from '../bare/product';
import { telemetryInstruments } from './instruments';

// `node main.js SERVICE SIGNAL…`: the bare server of a service with these signals, on PORT.
const [service = '', ...signals] = process.argv.slice(2);
const server = { product: bareProduct, cart: bareCart }[service];
if (!server) throw new Error('name product or cart');
const instruments = telemetryInstruments({
  service,
  metrics: signals.includes('metrics'),
  logs: signals.includes('logs'),
});
void server(process.env, instruments).listen({
  host: '127.0.0.1',
  port: Number(requiredVariable(process.env, 'PORT')),
});
