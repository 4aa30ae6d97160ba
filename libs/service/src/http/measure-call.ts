import type { Metrics } from '@faultline/telemetry';
import { translateCallError } from './call-error';

export type CallMetrics = Pick<Metrics, 'called'>;

/** Runs a call, translates its error and observes how long it took and how it ended. */
export const measureCall = async <T>(
  metrics: CallMetrics,
  callee: string,
  { method, route }: { method: string; route: string },
  run: (answered: (status: number) => void) => Promise<T>,
): Promise<T> => {
  const start = performance.now();
  let status = '';
  let failure = '';
  try {
    return await run((code) => {
      status = String(code);
    });
  } catch (error) {
    const translated = translateCallError(callee, error);
    failure = translated.code;
    throw translated;
  } finally {
    metrics.called(
      {
        http_request_method: method,
        server_address: callee,
        http_route: route,
        http_response_status_code: status,
        error_type: failure,
      },
      (performance.now() - start) / 1000,
    );
  }
};
