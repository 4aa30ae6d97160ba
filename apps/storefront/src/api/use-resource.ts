import { useEffect, useEffectEvent, useState } from 'react';
import { asFailure, type Failure } from './failure';

export type Resource<Value> =
  | { state: 'loading' }
  | { state: 'ready'; value: Value }
  | { state: 'failed'; failure: Failure };

/**
 * Loads data when the component appears and whenever `key` changes; the request for an earlier
 * key is aborted and its response ignored. `reload` loads again.
 */
export const useResource = <Value>(
  key: string,
  load: (signal: AbortSignal) => Promise<Value>,
): Resource<Value> & { reload: () => void } => {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<{ ticket: string; resource: Resource<Value> }>();
  const ticket = `${attempt} ${key}`;
  const start = useEffectEvent(load);

  useEffect(() => {
    const controller = new AbortController();
    const settle = (resource: Resource<Value>) => {
      if (!controller.signal.aborted) setSettled({ ticket, resource });
    };
    start(controller.signal).then(
      (value) => settle({ state: 'ready', value }),
      (thrown: unknown) => settle({ state: 'failed', failure: asFailure(thrown) }),
    );
    return () => controller.abort();
  }, [ticket]);

  const current: Resource<Value> =
    settled?.ticket === ticket ? settled.resource : { state: 'loading' };
  return { ...current, reload: () => setAttempt((count) => count + 1) };
};
