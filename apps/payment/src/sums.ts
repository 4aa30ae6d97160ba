import { type ChargeRequest, multiply, sum } from '@faultline/contracts';
import { unprocessable } from '@faultline/service';

/** Refuses a total that is not the sum of its lines, before anybody is asked. */
export const checkSums = ({ total, lines }: Pick<ChargeRequest, 'total' | 'lines'>): void => {
  for (const [index, { price, quantity, lineTotal }] of lines.entries())
    if (multiply(price, quantity).amount !== lineTotal.amount)
      throw unprocessable(
        'wrong-line-total',
        `lines.${index}.lineTotal`,
        'This is not the price times the quantity.',
      );
  if (sum(lines.map(({ lineTotal }) => lineTotal)).amount !== total.amount)
    throw unprocessable('wrong-total', 'total', 'This is not the sum of the lines.');
};
