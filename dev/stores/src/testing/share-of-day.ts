const millisecondsPerDay = 86_400_000;

/**
 * What slow tests go through. With SHARE=today, as in continuous integration, one of so many shares of the
 * cases, another each day, so that all have had their turn after `shares` days; else all of them.
 */
export const shareOfDay = <Case>(cases: readonly Case[], shares: number): readonly Case[] =>
  process.env.SHARE === 'today' ? shareOf(cases, shares, new Date()) : cases;

/** The share of a certain day. */
export const shareOf = <Case>(
  cases: readonly Case[],
  shares: number,
  day: Date,
): readonly Case[] => {
  const share = Math.floor(day.getTime() / millisecondsPerDay) % shares;
  return cases.filter((_, index) => index % shares === share);
};
