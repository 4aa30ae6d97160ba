import { type ChargeRequest, multiply, paymentRoutes, sum } from '@faultline/contracts';
import { problemOf } from '@faultline/service';

const { charge: route } = paymentRoutes;

/** Refuses a total that is not the sum of its lines, before the provider is called. */
export const checkSums = ({ total, lines }: Pick<ChargeRequest, 'total' | 'lines'>): void => {
  for (const [index, { price, quantity, lineTotal }] of lines.entries())
    if (multiply(price, quantity).amount !== lineTotal.amount)
      throw problemOf(route, 'wrong-line-total', 'This is not the price times the quantity.', {
        field: `lines.${index}.lineTotal`,
      });
  if (sum(lines.map(({ lineTotal }) => lineTotal)).amount !== total.amount)
    throw problemOf(route, 'wrong-total', 'This is not the sum of the lines.', { field: 'total' });
};
