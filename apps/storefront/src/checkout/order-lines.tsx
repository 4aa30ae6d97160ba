import type { Money, PricedLine } from '@faultline/contracts';
import { pictureAddress } from '../catalogue/addresses';
import { Price } from '../catalogue/price';
import { ProductPicture } from '../catalogue/product-picture';
import styles from './order-lines.module.css';

interface OrderLinesProps {
  /** What the lines belong to: the table's name. */
  label: string;
  lines: readonly PricedLine[];
  total: Money;
}

/** The items before or after the purchase: one row per product, and the server's total. */
export const OrderLines = ({ label, lines, total }: OrderLinesProps) => (
  <table className={styles.lines} aria-label={label}>
    <thead className="visually-hidden">
      <tr>
        <th scope="col">Product</th>
        <th scope="col">Price</th>
      </tr>
    </thead>
    <tbody>
      {lines.map((line) => (
        <tr key={line.productId}>
          <th scope="row">
            <div className={styles.what}>
              <ProductPicture
                src={pictureAddress(line.productId)}
                alt=""
                className={styles.picture}
              />
              <span>
                {line.name}
                <span className={styles.each}>
                  {line.quantity} × <Price of={line.price} />
                </span>
              </span>
            </div>
          </th>
          <td>
            <Price of={line.lineTotal} />
          </td>
        </tr>
      ))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">Total</th>
        <td>
          <Price of={total} />
        </td>
      </tr>
    </tfoot>
  </table>
);
