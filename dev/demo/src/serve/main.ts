import { oneOf, program } from '@faultline/command-line';
import { serviceNames } from '@faultline/topology';
import { end } from '../program-end';
import { run } from '../run';
import { plainLines } from '../terminal/plain-lines';
import { prepareServe } from './prepare-serve';

// `npx nx serve NAME`.

const main = async (): Promise<number> => {
  const [service] = program('npx nx serve', 'One service from its sources.')
    .argument('<service>', `of ${serviceNames.join(', ')}`, oneOf('service', serviceNames))
    .parse().processedArgs;
  const demo = await prepareServe(service, process.env, { notice: console.log });
  demo.on('output', (name, chunk) => {
    if (name === service) process.stdout.write(chunk);
  });
  return run(
    demo,
    plainLines(demo, service, (line) => process.stdout.write(`${line}\n`)),
  );
};

void end(main);
