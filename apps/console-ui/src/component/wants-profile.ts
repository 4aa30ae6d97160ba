/** The state of a link to a component whose CPU is to be profiled at once. No address starts a profile. */
export const wantsProfile = { profile: true };

export const doesWantProfile = (state: unknown): boolean =>
  typeof state === 'object' && state !== null && 'profile' in state && state.profile === true;
