import type { Product } from '@faultline/contracts';
import { Link } from 'react-router';
import { productAddress } from './addresses';
import { useCategoryName } from './categories';
import { Price } from './price';
import styles from './product-card.module.css';
import { ProductPicture } from './product-picture';

interface ProductCardProps {
  product: Product;
  eager?: boolean;
  /** Shows its category, in lists of several categories. */
  withCategory?: boolean;
}

/** One product in a grid; the whole card is the link, named by the product. */
export const ProductCard = ({ product, eager = false, withCategory = false }: ProductCardProps) => {
  const category = useCategoryName(product.category);
  return (
    <article className={styles.card}>
      <ProductPicture src={product.imageUrl} alt="" eager={eager} className={styles.picture} />
      <h3 className={styles.name}>
        <Link to={productAddress(product.id)} className={styles.link}>
          {product.name}
        </Link>
      </h3>
      <p className={styles.facts}>
        <Price of={product.price} className={styles.price} />
        {withCategory && <span className={styles.category}>{category}</span>}
      </p>
    </article>
  );
};
