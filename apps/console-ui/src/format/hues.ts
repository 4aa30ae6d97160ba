import { serviceNames } from '@faultline/topology';

/** Services have the first of them, in the order of the topology; the others are chosen by a component's name. */
const hues = 8;

const hash = (text: string): number => {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return value;
};

const places = new Map<string, number>(serviceNames.map((name, index) => [name, index]));

/** The colour of a component in charts and traces, as the name of a token. */
export const hueOf = (name: string): string => {
  const place = places.get(name);
  if (place !== undefined) return hueAt(place);
  const others = Math.max(1, hues - serviceNames.length);
  return hueAt(hues - others + (hash(name) % others));
};

/** Hues for lines that are no components, by their place. */
export const hueAt = (place: number): string => `--hue-${(place % hues) + 1}`;
