export const minQuantity = 1;
export const maxQuantity = 99;

export const clampQuantity = (quantity: number): number =>
  Math.min(maxQuantity, Math.max(minQuantity, quantity));

/** Parses a quantity and clamps it to the limits; undefined if it is not a whole number. */
export const readQuantity = (text: string): number | undefined => {
  const trimmed = text.trim();
  return /^\d{1,6}$/.test(trimmed) ? clampQuantity(Number(trimmed)) : undefined;
};
