/** The powers of ten around values. */
export const wholeDecades = (low: number, high: number): [number, number] => {
  const bottom = 10 ** Math.floor(Math.log10(Math.max(low, 1e-3)));
  const top = 10 ** Math.ceil(Math.log10(Math.max(high, 1e-3)));
  return [bottom, top > bottom ? top : bottom * 10];
};

/** Splits of a logarithmic axis of milliseconds: 1, 10 and 100 of each unit that is in sight. */
export const decades = (low: number, high: number): number[] => {
  const first = Math.floor(Math.log10(Math.max(low, 1e-3)));
  const last = Math.ceil(Math.log10(Math.max(high, 1e-3)));
  return Array.from({ length: last - first + 1 }, (_, index) => 10 ** (first + index));
};
