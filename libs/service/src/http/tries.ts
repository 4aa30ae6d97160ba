import type { Dispatcher } from 'undici';
import { wasNeverSent } from './call-error';

/** What is known of the tries of one call, however many the retry interceptor makes. */
export class Tries {
  begun = 0;
  neverSent = 0;

  /** Whether the dependency may have got one of them. */
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
 * Watches the tries of each request that has its `Tries` as `opaque`. Belongs inside of the retry
 * interceptor, where it sees each try.
 */
export const watchTries: Dispatcher.DispatcherComposeInterceptor =
  (dispatch) => (options, handler) => {
    const tries = 'opaque' in options ? options.opaque : undefined;
    if (!(tries instanceof Tries)) return dispatch(options, handler);
    tries.begun += 1;
    return dispatch(options, watched(handler, tries));
  };
