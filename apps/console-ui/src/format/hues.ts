/** In the order of the hues; what is not named here gets one by its name. */
const named = ['web-gateway', 'api-gateway', 'product', 'cart', 'session', 'payment'];
const hues = 8;

const hash = (text: string): number => {
  let value = 0;
  for (const letter of text) value = (value * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  return value;
};

/** The colour of a component in charts and traces, as the name of a token. */
export const hueOf = (name: string): string => {
  const place = named.indexOf(name);
  const others = hues - named.length;
  return `--hue-${place === -1 ? named.length + 1 + (hash(name) % others) : place + 1}`;
};

/** Hues for lines that are no components, by their place. */
export const hueAt = (place: number): string => `--hue-${(place % hues) + 1}`;
