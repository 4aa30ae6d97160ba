/**
 * The address that a shopper comes from, since all come from one machine: 10.0.0.1 for the first,
 * then on through 10.0.0.0/8.
 */
export const addressOf = (number: number): string =>
  `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`;
