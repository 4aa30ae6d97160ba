import type { Product } from '@faultline/contracts';
import { Link, useParams } from 'react-router';
import { shop } from '../api/shop';
import { useResource } from '../api/use-resource';
import { AddToCart } from '../cart/add-to-cart';
import { categoryAddress } from '../catalogue/addresses';
import { useCategoryName } from '../catalogue/categories';
import { Neighbours } from '../catalogue/neighbours';
import { Price } from '../catalogue/price';
import { ProductPicture } from '../catalogue/product-picture';
import { FailurePage } from '../failure/failure-page';
import { PageHeading } from '../layout/page-heading';
import { NotFound } from './not-found';
import styles from './product.module.css';
import { ProductSkeleton } from './product-skeleton';

const ProductDetail = ({ product }: { product: Product }) => {
  const category = useCategoryName(product.category);
  return (
    <>
      <div className={styles.product}>
        <ProductPicture
          src={product.imageUrl}
          alt={`Drawing: ${product.name}`}
          eager
          className={styles.picture}
        />
        <div className={styles.words}>
          <p className={styles.category}>
            <Link to={categoryAddress(product.category)}>{category}</Link>
          </p>
          <PageHeading title={product.name}>{product.name}</PageHeading>
          <p className={styles.price}>
            <Price of={product.price} />
          </p>
          <p className={styles.description}>{product.description}</p>
          <AddToCart product={product} />
        </div>
      </div>
      <Neighbours of={product} />
    </>
  );
};

export const ProductPage = () => {
  const { id = '' } = useParams();
  const product = useResource(id, (signal) => shop.product(id, signal));
  switch (product.state) {
    case 'loading':
      return <ProductSkeleton />;
    case 'ready':
      return <ProductDetail key={product.value.id} product={product.value} />;
    case 'failed': {
      // 400 is the response to a malformed product id.
      const unknown = product.failure.status === 404 || product.failure.status === 400;
      return unknown ? (
        <NotFound title="We do not have this product" />
      ) : (
        <FailurePage failure={product.failure} onRetry={product.reload} />
      );
    }
  }
};
