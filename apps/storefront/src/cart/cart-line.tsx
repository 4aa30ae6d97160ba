import type { PricedLine } from '@faultline/contracts';
import { Button, classNames } from '@faultline/ui';
import { Link } from 'react-router';
import { pictureAddress, productAddress } from '../catalogue/addresses';
import { Price } from '../catalogue/price';
import { ProductPicture } from '../catalogue/product-picture';
import styles from './cart-line.module.css';
import { QuantityField } from './quantity-field';

interface CartLineProps {
  line: PricedLine;
  /** The requested quantity until the server has confirmed it; 0 while the line is being removed. */
  wish: number | undefined;
  onQuantity: (quantity: number) => void;
  onRemove: () => void;
}

export const CartLine = ({ line, wish, onQuantity, onRemove }: CartLineProps) => {
  const { productId, name, price, lineTotal } = line;
  const waiting = wish !== undefined;
  return (
    <li className={classNames(styles.line, wish === 0 && styles.leaving)} aria-label={name}>
      <ProductPicture src={pictureAddress(productId)} alt="" className={styles.picture} />
      <div className={styles.what}>
        <Link to={productAddress(productId)} className={styles.name}>
          {name}
        </Link>
        <p className={styles.each}>
          <Price of={price} /> each
        </p>
      </div>
      <div className={styles.quantity}>
        <QuantityField
          label={`Quantity of ${name}`}
          labelHidden
          quantity={wish || line.quantity}
          onChange={onQuantity}
        />
        <Button kind="plain" label={`Remove ${name}`} inactive={wish === 0} onClick={onRemove}>
          {wish === 0 ? 'Removing…' : 'Remove'}
        </Button>
      </div>
      <Price of={lineTotal} className={classNames(styles.total, waiting && styles.waiting)} />
    </li>
  );
};
