import type { Money } from '@faultline/contracts';

const formats = new Map<string, Intl.NumberFormat>();

const formatFor = (currency: string): Intl.NumberFormat => {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat('en-IE', { style: 'currency', currency });
  formats.set(currency, format);
  return format;
};

/** An amount of cents as a shopper reads it: `{ amount: 1250, currency: 'EUR' }` is `€12.50`. */
export const formatPrice = ({ amount, currency }: Money): string =>
  formatFor(currency).format(amount / 100);
