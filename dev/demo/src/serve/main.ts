import { type ServiceName, serviceNames } from '@faultline/topology';
import { DemoError } from '../demo-error';
import { end } from '../program-end';
import { run } from '../run';
import { plainLines } from '../terminal/plain-lines';
import { prepareServe } from './prepare-serve';

const serviceOf = (text = ''): ServiceName => {
  const found = serviceNames.find((name) => name === text);
  if (found) return found;
  throw new DemoError(`There is no service ${text}; there are ${serviceNames.join(', ')}`);
};

const main = async (): Promise<number> => {
  const service = serviceOf(process.argv[2]);
  const demo = await prepareServe(service, process.env, { notice: console.log });
  demo.on('output', (name, chunk) => {
    if (name === service) process.stdout.write(chunk);
  });
  return run(
    demo,
    plainLines(demo, service, (line) => process.stdout.write(`${line}\n`)),
  );
};

void end(main());
