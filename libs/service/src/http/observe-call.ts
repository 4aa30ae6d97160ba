import {
  type Metrics,
  type SpanShape,
  serverAttributes,
  startClientSpan,
} from '@faultline/telemetry';
import { translateCallError } from './call-error';

export type CallMetrics = Pick<Metrics, 'called'>;

interface Observed {
  dependency: string;
  method: string;
  /** The dependency's route pattern. */
  route: string;
  /** One of `callShapes`. */
  shape: SpanShape;
}

/** The interface between a call and its observation. */
interface CallInProgress {
  /** Headers with the trace context for the dependency. */
  traceHeaders: Record<string, string>;
  responded(status: number): void;
}

interface RunOptions<T> {
  run(progress: CallInProgress): Promise<T>;
  /** Whether the dependency may have received a try of it. */
  mayHaveBeenSent(): boolean;
}

/**
 * Returns the name and attributes of a dependency's spans, made once per method and route. The URL contains
 * the route pattern, because a real path contains user input.
 */
export const callShapes = (dependency: string, url: URL) => {
  const shapes = new Map<string, SpanShape>();
  return (method: string, route: string): SpanShape => {
    const name = `${method} ${route}`;
    const known = shapes.get(name);
    if (known) return known;
    const shape = {
      name,
      attributes: {
        'http.request.method': method,
        'url.template': route,
        'url.full': url.origin + route,
        ...serverAttributes(url),
        'peer.service': dependency,
      },
    };
    shapes.set(name, shape);
    return shape;
  };
};

/** Runs a call as a CLIENT span and an observation, and translates its error. */
export const observeCall = async <T>(
  metrics: CallMetrics,
  call: Observed,
  { run, mayHaveBeenSent }: RunOptions<T>,
): Promise<T> => {
  const span = startClientSpan(call.shape);
  const start = performance.now();
  let status = '';
  let failure = '';
  let cause: unknown;
  try {
    return await run({
      traceHeaders: span.headers(),
      responded: (code) => {
        status = String(code);
        span.set({ 'http.response.status_code': code });
        if (code >= 500) span.fail();
      },
    });
  } catch (error) {
    const translated = translateCallError(call.dependency, error, mayHaveBeenSent());
    failure = translated.code;
    // A 4xx is a mistake in the shopper's request, not a failure of the call.
    if (translated.statusCode >= 500) cause = translated.cause ?? translated;
    throw translated;
  } finally {
    metrics.called(
      {
        http_request_method: call.method,
        server_address: call.dependency,
        http_route: call.route,
        http_response_status_code: status,
        error_type: failure,
      },
      (performance.now() - start) / 1000,
    );
    if (cause) span.set({ 'error.type': failure });
    span.end(cause);
  }
};
