import { NavLink } from 'react-router';
import { allGoodsAddress, categoryAddress } from '../catalogue/addresses';
import { useCategories } from '../catalogue/categories';
import styles from './category-navigation.module.css';

/** The strip of categories under the header. Without categories it keeps its height and one link. */
export const CategoryNavigation = () => {
  const categories = useCategories();
  return (
    <nav className={styles.strip} aria-label="Categories">
      <ul className={styles.list}>
        <li>
          <NavLink to={allGoodsAddress()} end className={styles.link ?? ''}>
            All goods
          </NavLink>
        </li>
        {categories.state === 'ready' &&
          categories.value.map(({ id, name }) => (
            <li key={id}>
              <NavLink to={categoryAddress(id)} className={styles.link ?? ''}>
                {name}
              </NavLink>
            </li>
          ))}
      </ul>
    </nav>
  );
};
