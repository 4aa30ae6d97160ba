const key = 'faultline-name';

/** The name under which somebody acts, kept in this browser if it lets us. */
export const ownName = {
  read: (): string => {
    try {
      return localStorage.getItem(key) ?? '';
    } catch {
      return '';
    }
  },
  write: (name: string): void => {
    try {
      localStorage.setItem(key, name);
    } catch {
      // Asked for again the next time.
    }
  },
};
