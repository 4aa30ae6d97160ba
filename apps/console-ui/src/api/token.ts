const key = 'console-token';

/** The token of a console that asks for one, kept as long as the tab is open. */
export const accessToken = {
  read: (): string | undefined => sessionStorage.getItem(key) ?? undefined,
  keep: (token: string): void => sessionStorage.setItem(key, token),
};
