export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that a server cannot do without. */
export const requiredVariable = (environment: Environment, name: string): string => {
  const value = environment[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
};
