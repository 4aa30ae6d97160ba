import type { Money } from '@faultline/contracts';
import { classNames } from '@faultline/ui';
import { formatPrice } from './format-price';

interface PriceProps {
  of: Money;
  className?: string | undefined;
}

export const Price = ({ of, className }: PriceProps) => (
  <span className={classNames('tabular', className)}>{formatPrice(of)}</span>
);
