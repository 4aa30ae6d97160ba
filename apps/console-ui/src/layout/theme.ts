import { useSyncExternalStore } from 'react';

export type Theme = 'light' | 'dark';

const key = 'console-theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const chosen = (): Theme | undefined => {
  const value = localStorage.getItem(key);
  return value === 'light' || value === 'dark' ? value : undefined;
};

const current = (): Theme => chosen() ?? (dark.matches ? 'dark' : 'light');

const apply = (): void => {
  document.documentElement.dataset.theme = current();
  for (const listener of listeners) listener();
};

dark.addEventListener('change', apply);
apply();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The colours in use: the system's, or those that were chosen with the switch. */
export const useTheme = (): Theme => useSyncExternalStore(subscribe, current);

export const switchTheme = (): void => {
  localStorage.setItem(key, current() === 'dark' ? 'light' : 'dark');
  apply();
};
