import type { Dispatcher } from 'undici';
import { wasNeverSent } from './call-error';

/** What is known of the tries of one call, however many the retry interceptor makes. */
export interface Tries {
  /** Belongs inside of the retry interceptor, where it sees each try. */
  interceptor: Dispatcher.DispatcherComposeInterceptor;
  /** Whether the callee may have got one of them. */
  mayHaveBeenSent(): boolean;
}

export const watchTries = (): Tries => {
  let begun = 0;
  let neverSent = 0;

  const watched = (handler: Dispatcher.DispatchHandler): Dispatcher.DispatchHandler => ({
    onRequestStart: (...event) => handler.onRequestStart?.(...event),
    onRequestUpgrade: (...event) => handler.onRequestUpgrade?.(...event),
    onResponseStart: (...event) => handler.onResponseStart?.(...event),
    onResponseData: (...event) => handler.onResponseData?.(...event),
    onResponseEnd: (...event) => handler.onResponseEnd?.(...event),
    onResponseError: (controller, error) => {
      if (wasNeverSent(error)) neverSent += 1;
      handler.onResponseError?.(controller, error);
    },
  });

  return {
    interceptor: (dispatch) => (options, handler) => {
      begun += 1;
      return dispatch(options, watched(handler));
    },
    mayHaveBeenSent: () => begun > neverSent,
  };
};
