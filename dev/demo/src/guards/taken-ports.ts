import { setTimeout as delay } from 'node:timers/promises';
import { isPortFree } from '@faultline/stores';
import { DemoError } from '../demo-error';
import { portHolder } from './port-holder';

export interface PortClaim {
  /** The component that needs the port. */
  component: string;
  port: number;
}

/**
 * Throws a DemoError that names the first taken port, the component that needs it and the process that has it.
 * `patienceMs` is how long to wait for a port whose last user is ending.
 */
export const checkPorts = async (
  claims: readonly PortClaim[],
  patienceMs: number,
): Promise<void> => {
  const deadline = Date.now() + patienceMs;
  for (const claim of claims) {
    while (!(await isPortFree(claim.port))) {
      if (Date.now() >= deadline) throw taken(claim, await portHolder(claim.port));
      await delay(100);
    }
  }
};

const taken = ({ component, port }: PortClaim, holder: string | undefined): DemoError =>
  new DemoError(
    `Port ${port}, which ${component} needs, is taken${holder ? ` by ${holder}` : ''}: end that, or move all ports, for example with npm start -- --port-base 18080`,
  );
