const key = 'console-token';

const listeners = new Set<() => void>();
let refused = false;

const setRefused = (next: boolean): void => {
  refused = next;
  for (const listener of listeners) listener();
};

/** The token of a console that asks for one, kept as long as the tab is open. */
export const accessToken = {
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  keep: (token: string): void => {
    sessionStorage.setItem(key, token);
    setRefused(false);
  },
  /** Notes that the console has refused a request for want of a valid token. */
  refuse: (): void => setRefused(true),
  isRefused: (): boolean => refused,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
