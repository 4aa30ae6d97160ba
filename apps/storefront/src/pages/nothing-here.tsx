import type { ReactNode } from 'react';
import { useCategories } from '../catalogue/categories';
import { CategoryIndex } from '../catalogue/category-index';
import styles from './nothing-here.module.css';

/** A notice that there is nothing to show, with links to other pages. */
export const NothingHere = ({ children }: { children: ReactNode }) => {
  const categories = useCategories();
  return (
    <>
      <div className={styles.words}>{children}</div>
      {categories.state === 'ready' && <CategoryIndex categories={categories.value} />}
    </>
  );
};
