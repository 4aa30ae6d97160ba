/*
 * Settings come from the environment: the process's own, or `k6 run -e NAME=value`. A variable that
 * is empty counts as not set. What cannot be read ends the run before it starts, with an error that
 * names the variable.
 */
const textOf = (name: string): string | undefined => __ENV[name] || undefined;

interface Bounds {
  usual: number;
  least: number;
  most: number;
}

export const numberFrom = (name: string, { usual, least, most }: Bounds): number => {
  const text = textOf(name);
  if (text === undefined) return usual;
  const value = Number(text);
  if (value >= least && value <= most) return value;
  throw new Error(`${name} must be a number from ${least} to ${most}, not ${text}`);
};

export const wholeNumberFrom = (name: string, bounds: Bounds): number => {
  const value = numberFrom(name, bounds);
  if (Number.isInteger(value)) return value;
  throw new Error(`${name} must be a whole number, not ${value}`);
};

/** Seconds, at least one; written as 90s, 5m or 1h30m. */
export const secondsFrom = (name: string, usual: string): number => {
  const text = textOf(name) ?? usual;
  const [, hours, minutes, seconds] = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(text) ?? [];
  const sum = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0);
  if (sum >= 1) return sum;
  throw new Error(`${name} must be a time such as 90s, 5m or 1h30m, not ${text}`);
};

/** The origin of a web server, without a slash at its end. */
export const originFrom = (name: string, usual: string): string => {
  const [, origin] = /^(https?:\/\/[^/?#\s]+)\/?$/.exec(textOf(name) ?? usual) ?? [];
  if (origin !== undefined) return origin;
  throw new Error(`${name} must be an origin such as ${usual}, not ${textOf(name)}`);
};

/** One of the choices, the first of which is the usual one. */
export const choiceFrom = <Choice extends string>(
  name: string,
  choices: readonly [Choice, ...Choice[]],
): Choice => {
  const text = textOf(name) ?? choices[0];
  const choice = choices.find((candidate) => candidate === text);
  if (choice !== undefined) return choice;
  throw new Error(`${name} must be ${choices.join(' or ')}, not ${text}`);
};
