import { useCategories } from '../catalogue/categories';
import { CategoryIndex, CategoryIndexSkeleton } from '../catalogue/category-index';
import { ProductShelf, ProductShelfSkeleton } from '../catalogue/product-shelf';
import { dailyShelves } from '../catalogue/selection';
import { FailureNotice } from '../failure/failure-notice';
import { Hero } from './hero';
import styles from './home.module.css';

const shelves = 3;
const shelfSize = 4;

const Goods = () => {
  const categories = useCategories();
  switch (categories.state) {
    case 'loading':
      return (
        <>
          <CategoryIndexSkeleton />
          <ProductShelfSkeleton size={shelfSize} />
        </>
      );
    case 'failed':
      return (
        <div className={styles.failure}>
          <FailureNotice
            title="We cannot show the goods right now"
            failure={categories.failure}
            onRetry={categories.reload}
          />
        </div>
      );
    case 'ready': {
      const today = dailyShelves(categories.value, {
        shelves,
        size: shelfSize,
        now: new Date(),
      });
      return (
        <>
          <CategoryIndex categories={categories.value} />
          {today.map(({ category, page }) => (
            <ProductShelf key={category.id} category={category} page={page} size={shelfSize} />
          ))}
        </>
      );
    }
  }
};

export const Home = () => (
  <>
    <Hero />
    <Goods />
  </>
);
