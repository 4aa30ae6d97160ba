/** How far the wall clock may run away from ours before ours follows it. */
const toleratedMilliseconds = 20;

let offset = performance.timeOrigin;

/** Milliseconds since 1970, with fractions, and never backwards between two steps of the clock. */
export const now = (): number => performance.now() + offset;

/** Follows the wall clock, which somebody may set and which goes on while a laptop sleeps. */
export const followWallClock = (): void => {
  const wall = Date.now();
  if (Math.abs(wall - now()) > toleratedMilliseconds) offset = wall - performance.now();
};
