/** The shop's ink and paper: every shade is mixed towards one, every light towards the other. */
export const ink = '#1E2420';
export const paper = '#FAF7F2';

/** One colour in the three strengths a flat drawing needs. */
export interface Tone {
  base: string;
  shade: string;
  light: string;
}

const channels = (colour: string): readonly number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

/** From one `#RRGGBB` towards another: `share` 0 keeps the first, 1 gives the second. */
export const mix = (from: string, to: string, share: number): string => {
  const target = channels(to);
  const mixed = channels(from).map((value, at) =>
    Math.round(value + ((target[at] ?? value) - value) * share),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
};

const tone = (base: string): Tone => ({
  base,
  shade: mix(base, ink, 0.22),
  light: mix(base, paper, 0.38),
});

/** The shop's paint box: what a product in the data may be coloured with. */
export const tones = {
  fern: tone('#1F4D3A'),
  moss: tone('#5F8050'),
  sage: tone('#9DB39A'),
  clay: tone('#C4552D'),
  rust: tone('#96432A'),
  blush: tone('#E2AE98'),
  mustard: tone('#D9A12F'),
  butter: tone('#F2D58C'),
  cream: tone('#F4E9D4'),
  oat: tone('#DAC8AA'),
  sky: tone('#9BC4CF'),
  lake: tone('#3D7D8F'),
  navy: tone('#274260'),
  plum: tone('#70405A'),
  charcoal: tone('#3B4341'),
  stone: tone('#A8A89E'),
  oak: tone('#CB9C64'),
  walnut: tone('#80553A'),
  brass: tone('#CBA144'),
  steel: tone('#B7C0BF'),
  iron: tone('#4B5352'),
  coffee: tone('#5B3B2B'),
  glass: tone('#DDEAE7'),
};

export type ToneName = keyof typeof tones;
