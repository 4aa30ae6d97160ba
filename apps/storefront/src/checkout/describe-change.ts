import type { CartChange } from '@faultline/contracts';
import { formatPrice } from '../catalogue/format-price';

/** Describes the change of one product, to follow its name: “costs €31.00 now, not €29.00”. */
export const describeChange = ({ reason, before, now }: CartChange): string => {
  switch (reason) {
    case 'price-changed':
      return now && before
        ? `costs ${formatPrice(now.price)} now, not ${formatPrice(before.price)}`
        : 'has another price now';
    case 'quantity-changed':
      return now && before
        ? `is in the cart ${now.quantity} times now, not ${before.quantity}`
        : 'is in the cart in another quantity now';
    case 'added':
      return now
        ? `was put in: ${now.quantity} × ${formatPrice(now.price)}`
        : 'was put into the cart';
    case 'removed':
      return 'is not in the cart any more';
    case 'withdrawn':
      return 'is not sold any more';
  }
};
