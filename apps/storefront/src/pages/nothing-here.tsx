import type { ReactNode } from 'react';
import { useCategories } from '../catalogue/categories';
import { CategoryIndex } from '../catalogue/category-index';
import styles from './nothing-here.module.css';

/** Says that there is nothing, and where there is something. */
export const NothingHere = ({ children }: { children: ReactNode }) => {
  const categories = useCategories();
  return (
    <>
      <div className={styles.words}>{children}</div>
      {categories.state === 'ready' && <CategoryIndex categories={categories.value} />}
    </>
  );
};
