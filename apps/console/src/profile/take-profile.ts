import type { Frame } from '@faultline/contracts/console';
import { consoleRoutes } from '@faultline/contracts/console';
import { problemOf } from '@faultline/service';
import type { ServiceName } from '@faultline/topology';
import { isService } from '@faultline/topology';
import { framesOf } from './frames';

const patienceMilliseconds = 10_000;

/** Profiles the CPU of a service for some seconds, by its admin server. */
export const takeProfile = async (
  adminUrl: (service: ServiceName) => string | undefined,
  component: string,
  { seconds }: { seconds: number },
): Promise<Frame> => {
  const url = isService(component) ? adminUrl(component) : undefined;
  if (url === undefined)
    throw problemOf(
      consoleRoutes.profile,
      'unknown-component',
      `${component} is no service that this console watches.`,
      { field: 'component' },
    );
  const refused = (reason: string, cause?: unknown) =>
    problemOf(consoleRoutes.profile, 'not-running', `${component} ${reason}.`, { cause });
  const response = await fetch(`${url}/debug/pprof/profile?seconds=${seconds}`, {
    signal: AbortSignal.timeout(seconds * 1000 + patienceMilliseconds),
  }).catch((error: unknown) => {
    throw refused('cannot be reached', error);
  });
  const body = await response.arrayBuffer();
  if (response.status === 409) throw refused('is being profiled by somebody else');
  if (!response.ok) throw refused(`answered with ${response.status}`);
  return framesOf(new Uint8Array(body));
};
