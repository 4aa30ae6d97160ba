import type { Dispatcher } from 'undici';
import { wasNeverSent } from './call-error';

/** Counts the tries of one call, including retries. */
export class Tries {
  begun = 0;
  neverSent = 0;

  /** Whether the dependency may have received one of the tries. */
  mayHaveBeenSent(): boolean {
    return this.begun > this.neverSent;
  }
}

const watched = (
  handler: Dispatcher.DispatchHandler,
  tries: Tries,
): Dispatcher.DispatchHandler => ({
  onRequestStart: (...event) => handler.onRequestStart?.(...event),
  onRequestUpgrade: (...event) => handler.onRequestUpgrade?.(...event),
  onResponseStart: (...event) => handler.onResponseStart?.(...event),
  onResponseData: (...event) => handler.onResponseData?.(...event),
  onResponseEnd: (...event) => handler.onResponseEnd?.(...event),
  onResponseError: (controller, error) => {
    if (wasNeverSent(error)) tries.neverSent += 1;
    handler.onResponseError?.(controller, error);
  },
});

/**
 * Counts the tries of each request whose `opaque` is a `Tries`. Compose it inside the retry interceptor, so
 * that it sees each try.
 */
export const watchTries: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options, handler) => {
    const tries = 'opaque' in options ? options.opaque : undefined;
    if (!(tries instanceof Tries)) return dispatch(options, handler);
    tries.begun += 1;
    return dispatch(options, watched(handler, tries));
  };
