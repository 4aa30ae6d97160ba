import type { Category } from '@faultline/contracts';
import { SlowNote } from '@faultline/ui';
import { Link } from 'react-router';
import { categoryAddress } from './addresses';
import { CategoryIcon } from './category-icon';
import styles from './category-index.module.css';
import { count } from './count';

/** All categories with the number of their goods, as the contents page of the shop. */
export const CategoryIndex = ({ categories }: { categories: readonly Category[] }) => (
  <section className={styles.index} aria-labelledby="contents">
    <h2 id="contents" className={styles.title}>
      Contents
    </h2>
    <ul className={styles.list}>
      {categories.map(({ id, name, products }) => (
        <li key={id}>
          <Link to={categoryAddress(id)} className={styles.entry}>
            <CategoryIcon id={id} className={styles.icon} />
            <span className={styles.name}>{name}</span>
            <span className={styles.dots} aria-hidden="true" />
            <span className={styles.count} aria-hidden="true">
              {products}
            </span>
            <span className="visually-hidden">, {count(products, 'thing')}</span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
);

const usualCategories = 10;

/** Holds the place of the contents while they load. */
export const CategoryIndexSkeleton = () => (
  <section className={styles.index} aria-label="Contents">
    <SlowNote what="Loading the contents" />
    <p className={styles.title} aria-hidden="true">
      Contents
    </p>
    <div className={styles.list} aria-hidden="true">
      {Array.from({ length: usualCategories }, (_, index) => `entry ${index}`).map((key) => (
        <div key={key} className={styles.entry}>
          <span className={styles.icon} />
          <span className={styles.dots} />
        </div>
      ))}
    </div>
  </section>
);
